package ${package};

import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.api.transformation.PixelTransformationFactory;
import java.util.List;

/** Offers {@code ${namespace}:${name}}. */
public final class ${className}Plugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "${namespace}";
  }

  @Override
  public List<PixelTransformationFactory<?>> pixelTransformations() {
    return List.of(
        PixelTransformationFactory.of(
            "${name}",
            "Covers a random disc of the image with grey",
            ${className}Config.class,
            (config, context) -> new ${className}(config)));
  }
}
