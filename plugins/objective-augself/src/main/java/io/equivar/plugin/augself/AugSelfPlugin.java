package io.equivar.plugin.augself;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:augself}. */
public final class AugSelfPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<ObjectiveFactory<?>> objectives() {
    return List.of(
        ObjectiveFactory.of(
            "augself",
            "AugSelf (NeurIPS 2021): predicts how the transformations of two views differ",
            AugSelfConfig.class,
            (config, context) -> new AugSelf(config)));
  }
}
