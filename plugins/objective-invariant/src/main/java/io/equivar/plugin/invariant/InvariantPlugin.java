package io.equivar.plugin.invariant;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:invariant}. */
public final class InvariantPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<ObjectiveFactory<?>> objectives() {
    return List.of(
        ObjectiveFactory.of(
            "invariant",
            "The base method alone: both views of an image are to be represented alike",
            InvariantConfig.class,
            (config, context) -> new Invariant()));
  }
}
