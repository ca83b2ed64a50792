package io.equivar.plugin.simsiam;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.tck.BaseModelKit;
import java.util.List;
import java.util.Map;

/** SimSiam keeps the rules of the SPI. */
class SimSiamKitTest extends BaseModelKit {

  @Override
  protected BaseModelFactory<?> factory() {
    return new SimSiamPlugin().baseModels().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{projector: [32, 16], predictor: [8, 16]}",
        "{projector: [8], predictor: [4, 8], output-normalization: false}",
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
