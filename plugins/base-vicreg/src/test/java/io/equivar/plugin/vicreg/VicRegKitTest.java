package io.equivar.plugin.vicreg;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.tck.BaseModelKit;
import java.util.List;
import java.util.Map;

/** VICReg keeps the rules of the SPI. */
class VicRegKitTest extends BaseModelKit {

  @Override
  protected BaseModelFactory<?> factory() {
    return new VicRegPlugin().baseModels().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{projector: [16, 16, 16]}",
        "{projector: [], weights: {invariance: 10, variance: 5, covariance: 2}, deviation: 0.5}",
        "{other-projectors: [{input-width: 16, projector: [8, 4]}]}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of(
        "{other-projectors: [{input-width: 9, projector: []}, {input-width: 9, projector: [2]}]}",
        "other-projectors");
  }
}
