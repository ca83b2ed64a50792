package io.equivar.plugin.sen;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.tck.ObjectiveKit;
import java.util.List;
import java.util.Map;

/** SEN keeps the rules of the SPI. */
class SenKitTest extends ObjectiveKit {

  @Override
  protected ObjectiveFactory<?> factory() {
    return new SenPlugin().objectives().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{projector: [12, 8]}",
        "{projector: [], residual: true, weights: {invariance: 0}}",
        "{projector: [6], negatives: 2, hinge: 3, label: difference, steps: all}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of("{weights: {invariance: 0, equivariance: 0}}", "weights");
  }
}
