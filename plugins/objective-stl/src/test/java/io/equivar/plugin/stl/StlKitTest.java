package io.equivar.plugin.stl;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.tck.ObjectiveKit;
import java.util.List;
import java.util.Map;

/** STL keeps the rules of the SPI. */
class StlKitTest extends ObjectiveKit {

  @Override
  protected ObjectiveFactory<?> factory() {
    return new StlPlugin().objectives().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{transformation-encoder: [12, 6]}",
        "{transformation-encoder: [5], weights: {invariance: 0}}",
        "{transformation-encoder: [8, 8], weights: {equivariance: 0, transformation: 0.2}}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of("{weights: {invariance: 0, equivariance: 0, transformation: 0}}", "weights");
  }
}
