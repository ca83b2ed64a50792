package io.equivar.plugin.invariant;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.tck.ObjectiveKit;
import java.util.List;

/** The invariant objective keeps the rules of the SPI. */
class InvariantKitTest extends ObjectiveKit {

  @Override
  protected ObjectiveFactory<?> factory() {
    return new InvariantPlugin().objectives().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}");
  }
}
