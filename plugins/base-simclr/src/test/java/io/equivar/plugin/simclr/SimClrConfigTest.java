package io.equivar.plugin.simclr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.plugin.simclr.SimClrConfig.InputProjector;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimClrConfigTest {

  @Test
  void noLayerOfTheProjectorIsWiderThanItsInput() {
    SimClrConfig config = new SimClrConfig(0.2, List.of(512, 128), List.of());
    assertThat(config.projectorFor(2048)).containsExactly(512, 128);
    assertThat(config.projectorFor(512)).containsExactly(512, 128);
    assertThat(config.projectorFor(128)).containsExactly(128, 128);
  }

  @Test
  void projectorsForParticularInputsAreTakenAsTheyAre() {
    SimClrConfig config =
        new SimClrConfig(
            0.2,
            List.of(2048, 2048, 128),
            List.of(new InputProjector(128, List.of(2048, 2048, 128))));
    assertThat(config.projectorFor(128)).containsExactly(2048, 2048, 128);
    assertThat(config.projectorFor(64)).containsExactly(64, 64, 64);
  }

  @Test
  void refusesWhatIsOutOfRangeAllAtOnce() {
    List<InputProjector> twice =
        List.of(new InputProjector(128, List.of(128)), new InputProjector(128, List.of(64)));
    List<Integer> projector = List.of(512, 0);
    assertThatThrownBy(() -> new SimClrConfig(0, projector, twice))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            temperature must be greater than 0, got 0
            projector[1] must be at least 1, got 0
            other-projectors must have different input widths, got [128, 128]""");
  }
}
