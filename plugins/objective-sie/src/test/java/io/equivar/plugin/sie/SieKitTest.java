package io.equivar.plugin.sie;

import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.tck.ObjectiveKit;
import java.util.List;
import java.util.Map;

/** SIE keeps the rules of the SPI. */
class SieKitTest extends ObjectiveKit {

  @Override
  protected ObjectiveFactory<?> factory() {
    return new SiePlugin().objectives().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{}",
        "{equivariant-share: 0.25, label: difference, steps: all}",
        "{form: published, published: {expander: [12, 8]}}");
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of(
        "{weights: {invariance: 0, equivariance: 0}}", "weights",
        "{equivariant-share: 1}", "equivariant-share");
  }
}
