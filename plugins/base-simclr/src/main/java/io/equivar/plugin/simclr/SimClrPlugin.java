package io.equivar.plugin.simclr;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:simclr}. */
public final class SimClrPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<BaseModelFactory<?>> baseModels() {
    return List.of(
        BaseModelFactory.of(
            "simclr",
            "SimCLR (Chen et al. 2020): the other images of the batch are negatives",
            SimClrConfig.class,
            (config, context) -> new SimClr(config, context.location())));
  }
}
