package io.equivar.plugin.vicreg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.plugin.vicreg.VicRegConfig.InputProjector;
import java.util.List;
import org.junit.jupiter.api.Test;

class VicRegConfigTest {

  private static final VicRegConfig.Weights WEIGHTS = new VicRegConfig.Weights(25, 25, 1);

  @Test
  void projectorsForParticularInputsAreTakenWhereTheyFit() {
    InputProjector small = new InputProjector(128, List.of(64, 32));
    VicRegConfig config =
        new VicRegConfig(WEIGHTS, 1, 1e-4, List.of(2048, 2048, 2048), List.of(small));
    assertThat(config.projectorFor(128)).containsExactly(64, 32);
    assertThat(config.projectorFor(512)).containsExactly(2048, 2048, 2048);
  }

  @Test
  void refusesWhatIsOutOfRangeAllAtOnce() {
    InputProjector other = new InputProjector(128, List.of());
    assertThatThrownBy(() -> new VicRegConfig(WEIGHTS, 0, 0, List.of(0), List.of(other, other)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            deviation must be greater than 0, got 0
            epsilon must be greater than 0, got 0
            projector[0] must be at least 1, got 0
            other-projectors must have different input widths, got [128, 128]""");
  }

  @Test
  void refusesWeightsThatAreOutOfRange() {
    assertThatThrownBy(() -> new VicRegConfig.Weights(0, -1, -1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            invariance must be greater than 0, got 0
            variance must be at least 0, got -1
            covariance must be at least 0, got -1""");
  }
}
