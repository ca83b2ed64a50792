package io.equivar.example.base;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.plugin.EquivarPlugin;
import java.util.List;

/** Offers {@code acme:margin-ranking}. */
public final class MarginRankingPlugin implements EquivarPlugin {

  @Override
  public String namespace() {
    return "acme";
  }

  @Override
  public List<BaseModelFactory<?>> baseModels() {
    return List.of(
        BaseModelFactory.of(
            "margin-ranking",
            "Positives are more alike than negatives, by a margin",
            MarginRankingConfig.class,
            (config, context) -> new MarginRanking(config, context.location())));
  }
}
