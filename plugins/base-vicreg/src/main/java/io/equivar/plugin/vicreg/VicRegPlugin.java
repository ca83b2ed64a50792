package io.equivar.plugin.vicreg;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:vicreg}. */
public final class VicRegPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<BaseModelFactory<?>> baseModels() {
    return List.of(
        BaseModelFactory.of(
            "vicreg",
            "VICReg (Bardes et al. 2022): sides agree, columns vary and do not covary",
            VicRegConfig.class,
            (config, context) -> new VicReg(config, context.location())));
  }
}
