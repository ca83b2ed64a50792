package ${package};

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code ${namespace}:${name}}. */
public final class ${className}Plugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "${namespace}";
  }

  @Override
  public List<BaseModelFactory<?>> baseModels() {
    return List.of(
        BaseModelFactory.of(
            "${name}",
            "Alignment and uniformity of representations (Wang and Isola 2020)",
            ${className}Config.class,
            (config, context) -> new ${className}(config, context.location())));
  }
}
