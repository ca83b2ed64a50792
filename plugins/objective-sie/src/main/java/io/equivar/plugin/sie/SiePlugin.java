package io.equivar.plugin.sie;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:sie}. */
public final class SiePlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<ObjectiveFactory<?>> objectives() {
    return List.of(
        ObjectiveFactory.of(
            "sie",
            "SIE (ICML 2023): one part of a representation is invariant, the other equivariant",
            SieConfig.class,
            (config, context) -> new Sie(config, context.location())));
  }
}
