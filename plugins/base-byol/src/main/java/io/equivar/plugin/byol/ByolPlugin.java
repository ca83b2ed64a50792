package io.equivar.plugin.byol;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:byol}. */
public final class ByolPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<BaseModelFactory<?>> baseModels() {
    return List.of(
        BaseModelFactory.of(
            "byol",
            "BYOL (Grill et al. 2020): each side predicts the moving average of the other",
            ByolConfig.class,
            (config, context) -> new Byol(config, context.location())));
  }
}
