package ${package};

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.tck.ObjectiveKit;
import java.util.List;

/** Holds the plugin to the rules of the SPI. */
class ${className}KitTest extends ObjectiveKit {

  @Override
  protected ObjectiveFactory<?> factory() {
    return new ${className}Plugin().objectives().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{difference: 0.1}");
  }
}
