package io.equivar.plugin.byol;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.tck.BaseModelKit;
import java.util.List;
import java.util.Map;

/** BYOL keeps the rules of the SPI. */
class ByolKitTest extends BaseModelKit {

  @Override
  protected BaseModelFactory<?> factory() {
    return new ByolPlugin().baseModels().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{projector: [32, 16], predictor: [32, 16]}",
        "{projector: [], predictor: [], momentum: 0.9, momentum-schedule: constant}",
        "{other-heads: [{input-width: 16, projector: [8, 4], predictor: [4]}]}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of(
        "{projector: [8, 4], predictor: [8, 5]}",
        "predictor",
        "{other-heads: [{input-width: 9, projector: [], predictor: []},"
            + " {input-width: 9, projector: [2], predictor: [2]}]}",
        "other-heads");
  }
}
