package io.equivar.plugin.stl;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StlConfigTest {

  private static final StlConfig.Weights WEIGHTS = new StlConfig.Weights(1, 1, 0.1);

  @Test
  void refusesATransformationEncoderWithoutLayers() {
    assertThatThrownBy(() -> new StlConfig(List.of(), WEIGHTS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("transformation-encoder must have at least 1 element, got 0");
  }

  @Test
  void refusesNegativeWeightsAndNothingToLearn() {
    assertThatThrownBy(() -> new StlConfig.Weights(1, -1, 0.1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("equivariance must be at least 0, got -1");
    assertThatThrownBy(() -> new StlConfig.Weights(0, 0, 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("at least one weight must be greater than 0, got 0, 0, 0");
  }
}
