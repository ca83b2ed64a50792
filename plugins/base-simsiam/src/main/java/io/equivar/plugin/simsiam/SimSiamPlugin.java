package io.equivar.plugin.simsiam;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:simsiam}. */
public final class SimSiamPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<BaseModelFactory<?>> baseModels() {
    return List.of(
        BaseModelFactory.of(
            "simsiam",
            "SimSiam (Chen and He 2021): each side predicts the other, which gets no gradient",
            SimSiamConfig.class,
            (config, context) -> new SimSiam(config, context.location())));
  }
}
