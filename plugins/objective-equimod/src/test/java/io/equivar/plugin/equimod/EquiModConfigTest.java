package io.equivar.plugin.equimod;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import org.junit.jupiter.api.Test;

class EquiModConfigTest {

  @Test
  void refusesNegativeWeightsAndNothingToLearn() {
    assertThatThrownBy(() -> new EquiModConfig.Weights(1, -1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("equivariance must be at least 0, got -1");
    assertThatThrownBy(() -> new EquiModConfig.Weights(0, 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("at least one weight must be greater than 0, got 0, 0");
  }
}
