package ${package};

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code ${namespace}:${name}}. */
public final class ${className}Plugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "${namespace}";
  }

  @Override
  public List<ObjectiveFactory<?>> objectives() {
    return List.of(
        ObjectiveFactory.of(
            "${name}",
            "Views are alike, and so are the differences of views with one transformation",
            ${className}Config.class,
            (config, context) -> new ${className}(config)));
  }
}
