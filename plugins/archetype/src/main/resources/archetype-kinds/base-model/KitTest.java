package ${package};

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.tck.BaseModelKit;
import java.util.List;

/** Holds the plugin to the rules of the SPI. */
class ${className}KitTest extends BaseModelKit {

  @Override
  protected BaseModelFactory<?> factory() {
    return new ${className}Plugin().baseModels().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{uniformity: 0.5, projector: []}");
  }
}
