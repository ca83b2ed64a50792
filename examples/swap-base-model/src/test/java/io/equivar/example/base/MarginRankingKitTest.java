package io.equivar.example.base;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.tck.BaseModelKit;
import java.util.List;

/** Holds the plugin to the rules of the SPI. */
class MarginRankingKitTest extends BaseModelKit {

  @Override
  protected BaseModelFactory<?> factory() {
    return new MarginRankingPlugin().baseModels().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{margin: 2, projector: []}");
  }
}
