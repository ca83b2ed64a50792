package ${package};

import io.equivar.api.transformation.TransformationFactory;
import io.equivar.tck.TransformationKit;
import java.util.List;

/** Holds the plugin to the rules of the SPI. */
class ${className}KitTest extends TransformationKit {

  @Override
  protected TransformationFactory<?> factory() {
    return new ${className}Plugin().transformations().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{strength: 1}");
  }
}
