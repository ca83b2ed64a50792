package io.equivar.plugin.sie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.learning.TransformationLabels;
import java.util.List;
import org.junit.jupiter.api.Test;

class SieConfigTest {

  private static final SieConfig.Published PUBLISHED =
      new SieConfig.Published(List.of(8), 10, 0.45, 10, 1);

  @Test
  void refusesSharesThatLeaveNothingInvariant() {
    assertThatThrownBy(() -> config(1, new SieConfig.Weights(1, 1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("equivariant-share must be less than 1, got 1.0");
  }

  @Test
  void refusesNothingToLearn() {
    assertThatThrownBy(() -> new SieConfig.Weights(0, 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("at least one weight must be greater than 0, got 0, 0");
  }

  @Test
  void refusesAPublishedFormWithoutExpander() {
    assertThatThrownBy(() -> new SieConfig.Published(List.of(), 10, 0.45, 10, 1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("expander must have at least 1 element, got 0");
  }

  @Test
  void partsTakeTheirShareOfEveryLayer() {
    Parts.Widths widths = Parts.Widths.of(512, 0.5, "objective.sie");
    assertThat(widths).isEqualTo(new Parts.Widths(256, 256));
    assertThat(widths.shareOf(2048)).isEqualTo(new Parts.Widths(1024, 1024));
    assertThat(Parts.Widths.of(10, 0.3, "objective.sie").shareOf(5))
        .isEqualTo(new Parts.Widths(4, 2));
  }

  private static SieConfig config(double share, SieConfig.Weights weights) {
    return new SieConfig(
        share,
        SieConfig.Form.BASE,
        TransformationLabels.Relation.BOTH,
        TransformationLabels.Steps.SHARED,
        weights,
        PUBLISHED);
  }
}
