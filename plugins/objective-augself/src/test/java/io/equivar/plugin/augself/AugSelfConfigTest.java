package io.equivar.plugin.augself;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import org.junit.jupiter.api.Test;

class AugSelfConfigTest {

  @Test
  void refusesHeadsWithoutWidth() {
    assertThatThrownBy(() -> new AugSelfConfig(0, new AugSelfConfig.Weights(1, 1, 1, 0)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("hidden-width must be at least 1, got 0");
  }

  @Test
  void refusesNegativeWeightsAndNothingToLearn() {
    assertThatThrownBy(() -> new AugSelfConfig.Weights(1, 1, -1, 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("color must be at least 0, got -1");
    assertThatThrownBy(() -> new AugSelfConfig.Weights(0, 0, 0, 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("at least one weight must be greater than 0, got 0, 0, 0, 0");
  }
}
