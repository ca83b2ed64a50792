package ${package};

import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.api.transformation.TransformationFactory;
import java.util.List;

/** Offers {@code ${namespace}:${name}}. */
public final class ${className}Plugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "${namespace}";
  }

  @Override
  public List<TransformationFactory<?>> transformations() {
    return List.of(
        TransformationFactory.of(
            "${name}",
            "Fades images towards grey",
            ${className}Config.class,
            (config, context) -> new ${className}(config)));
  }
}
