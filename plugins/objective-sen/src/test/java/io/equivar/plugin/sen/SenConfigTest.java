package io.equivar.plugin.sen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.learning.TransformationLabels;
import java.util.List;
import org.junit.jupiter.api.Test;

class SenConfigTest {

  @Test
  void refusesEverythingThatIsOutOfRangeAtOnce() {
    assertThatThrownBy(
            () ->
                new SenConfig(
                    List.of(8, 0),
                    0,
                    0,
                    0,
                    false,
                    TransformationLabels.Relation.BOTH,
                    TransformationLabels.Steps.SHARED,
                    new SenConfig.Weights(1, 1)))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "projector[1] must be at least 1, got 0",
                        "hinge must be greater than 0, got 0",
                        "sigma must be greater than 0, got 0",
                        "negatives must be at least 1, got 0"));
  }

  @Test
  void refusesNothingToLearn() {
    assertThatThrownBy(() -> new SenConfig.Weights(0, 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("at least one weight must be greater than 0, got 0, 0");
  }
}
