package ${package};

import io.equivar.api.transformation.PixelTransformationFactory;
import io.equivar.tck.PixelTransformationKit;
import java.util.List;

/** Holds the plugin to the rules of the SPI. */
class ${className}KitTest extends PixelTransformationKit {

  @Override
  protected PixelTransformationFactory<?> factory() {
    return new ${className}Plugin().pixelTransformations().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{radius: [0.5, 0.5]}");
  }
}
