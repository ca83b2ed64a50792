package io.equivar.plugin.barlowtwins;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.tck.BaseModelKit;
import java.util.List;
import java.util.Map;

/** Barlow Twins keeps the rules of the SPI. */
class BarlowTwinsKitTest extends BaseModelKit {

  @Override
  protected BaseModelFactory<?> factory() {
    return new BarlowTwinsPlugin().baseModels().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{projector: [16, 32]}",
        "{projector: [], redundancy-weight: 0.1}",
        "{other-projectors: [{input-width: 16, projector: [8, 4]}]}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of(
        "{other-projectors: [{input-width: 9, projector: []}, {input-width: 9, projector: [2]}]}",
        "other-projectors");
  }
}
