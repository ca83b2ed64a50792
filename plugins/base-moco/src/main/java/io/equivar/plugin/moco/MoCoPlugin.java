package io.equivar.plugin.moco;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:moco}. */
public final class MoCoPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<BaseModelFactory<?>> baseModels() {
    return List.of(
        BaseModelFactory.of(
            "moco",
            "MoCo v2 (He et al. 2020): keys of earlier batches are negatives, in a queue",
            MoCoConfig.class,
            (config, context) -> new MoCo(config, context.location())));
  }
}
