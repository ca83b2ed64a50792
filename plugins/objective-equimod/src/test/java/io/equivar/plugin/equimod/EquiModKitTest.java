package io.equivar.plugin.equimod;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.tck.ObjectiveKit;
import java.util.List;
import java.util.Map;

/** EquiMod keeps the rules of the SPI. */
class EquiModKitTest extends ObjectiveKit {

  @Override
  protected ObjectiveFactory<?> factory() {
    return new EquiModPlugin().objectives().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{}",
        "{label: difference, steps: all, weights: {equivariance: 0.5}}",
        "{weights: {invariance: 0}}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of("{weights: {invariance: 0, equivariance: 0}}", "weights");
  }
}
