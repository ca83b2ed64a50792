package io.equivar.plugin.sen;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:sen}. */
public final class SenPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<ObjectiveFactory<?>> objectives() {
    return List.of(
        ObjectiveFactory.of(
            "sen",
            "SEN (ICML 2022): predicts a view from the other and the labels of both, with a hinge",
            SenConfig.class,
            (config, context) -> new Sen(config, context.location())));
  }
}
