package io.equivar.plugin.moco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.plugin.moco.MoCoConfig.InputProjector;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoCoConfigTest {

  @Test
  void noLayerOfTheProjectorIsWiderThanItsInput() {
    MoCoConfig config =
        config(0.2, 65_536, 0.999, List.of(new InputProjector(64, List.of(128, 32))));
    assertThat(config.projectorFor(512)).containsExactly(512, 128);
    assertThat(config.projectorFor(128)).containsExactly(128, 128);
    assertThat(config.projectorFor(64)).containsExactly(128, 32);
  }

  @Test
  void refusesWhatIsOutOfRangeAllAtOnce() {
    InputProjector other = new InputProjector(128, List.of());
    assertThatThrownBy(() -> config(0, 1 << 24, -0.1, List.of(other, other)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            temperature must be greater than 0, got 0
            queue-length must be in [1, 8388608], got 16777216
            momentum must be in [0, 1], got -0.1
            other-projectors must have different input widths, got [128, 128]""");
  }

  private static MoCoConfig config(
      double temperature, int queueLength, double momentum, List<InputProjector> others) {
    return new MoCoConfig(
        temperature,
        queueLength,
        momentum,
        MomentumSchedule.CONSTANT,
        List.of(512, 128),
        true,
        others);
  }
}
