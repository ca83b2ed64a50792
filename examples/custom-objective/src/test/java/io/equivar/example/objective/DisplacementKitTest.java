package io.equivar.example.objective;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.tck.ObjectiveKit;
import java.util.List;

/** Holds the plugin to the rules of the SPI. */
class DisplacementKitTest extends ObjectiveKit {

  @Override
  protected ObjectiveFactory<?> factory() {
    return new DisplacementPlugin().objectives().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{hidden: 4, equivariance: 0.1}");
  }
}
