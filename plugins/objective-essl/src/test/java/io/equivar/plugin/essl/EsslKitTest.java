package io.equivar.plugin.essl;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.tck.ObjectiveKit;
import java.util.List;
import java.util.Map;

/** E-SSL keeps the rules of the SPI. */
class EsslKitTest extends ObjectiveKit {

  @Override
  protected ObjectiveFactory<?> factory() {
    return new EsslPlugin().objectives().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of("{predictor: [12, 8]}", "{predictor: [], shrink: 1, lambda: 1}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of("{shrink: 3}", "shrink");
  }
}
