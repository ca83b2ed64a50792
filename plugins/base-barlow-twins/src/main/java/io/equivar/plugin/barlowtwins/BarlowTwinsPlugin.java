package io.equivar.plugin.barlowtwins;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:barlow-twins}. */
public final class BarlowTwinsPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<BaseModelFactory<?>> baseModels() {
    return List.of(
        BaseModelFactory.of(
            "barlow-twins",
            "Barlow Twins (Zbontar et al. 2021): columns agree with themselves and no other",
            BarlowTwinsConfig.class,
            (config, context) -> new BarlowTwins(config, context.location())));
  }
}
