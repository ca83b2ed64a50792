package io.equivar.plugin.simclr;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.tck.BaseModelKit;
import java.util.List;
import java.util.Map;

/** SimCLR keeps the rules of the SPI. */
class SimClrKitTest extends BaseModelKit {

  @Override
  protected BaseModelFactory<?> factory() {
    return new SimClrPlugin().baseModels().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{}",
        "{projector: [], temperature: 0.5}",
        "{other-projectors: [{input-width: 16, projector: [8, 4]}]}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of(
        "{other-projectors: [{input-width: 9, projector: []}, {input-width: 9, projector: [2]}]}",
        "other-projectors");
  }
}
