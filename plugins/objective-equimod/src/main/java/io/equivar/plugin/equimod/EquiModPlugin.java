package io.equivar.plugin.equimod;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:equimod}. */
public final class EquiModPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<ObjectiveFactory<?>> objectives() {
    return List.of(
        ObjectiveFactory.of(
            "equimod",
            "EquiMod (ICLR 2023): predicts a view from the other and the labels of both",
            EquiModConfig.class,
            (config, context) -> new EquiMod(config)));
  }
}
