package io.equivar.plugin.stl;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:stl}. */
public final class StlPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<ObjectiveFactory<?>> objectives() {
    return List.of(
        ObjectiveFactory.of(
            "stl",
            "Self-supervised transformation learning (NeurIPS 2024): equivariant to"
                + " transformations that are learned from pairs of images, without labels",
            StlConfig.class,
            (config, context) -> new Stl(config)));
  }
}
