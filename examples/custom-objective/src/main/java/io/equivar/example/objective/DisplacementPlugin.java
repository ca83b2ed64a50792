package io.equivar.example.objective;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code acme:displacement}. */
public final class DisplacementPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "acme";
  }

  @Override
  public List<ObjectiveFactory<?>> objectives() {
    return List.of(
        ObjectiveFactory.of(
            "displacement",
            "A transformation moves representations by a vector, learned from pairs of images",
            DisplacementConfig.class,
            (config, context) -> new Displacement(config)));
  }
}
