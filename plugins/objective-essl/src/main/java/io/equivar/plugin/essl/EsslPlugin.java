package io.equivar.plugin.essl;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code equivar:e-ssl}. */
public final class EsslPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "equivar";
  }

  @Override
  public List<ObjectiveFactory<?>> objectives() {
    return List.of(
        ObjectiveFactory.of(
            "e-ssl",
            "E-SSL (ICLR 2022): predicts by how many quarter turns an image was rotated",
            EsslConfig.class,
            (config, context) -> new Essl(config, context)));
  }
}
