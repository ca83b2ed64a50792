package io.equivar.plugin.barlowtwins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.plugin.barlowtwins.BarlowTwinsConfig.InputProjector;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarlowTwinsConfigTest {

  @Test
  void projectorsForParticularInputsAreTakenWhereTheyFit() {
    InputProjector small = new InputProjector(128, List.of(64, 32));
    BarlowTwinsConfig config = new BarlowTwinsConfig(0.0051, List.of(512, 2048), List.of(small));
    assertThat(config.projectorFor(128)).containsExactly(64, 32);
    assertThat(config.projectorFor(512)).containsExactly(512, 2048);
  }

  @Test
  void refusesWhatIsOutOfRangeAllAtOnce() {
    InputProjector other = new InputProjector(128, List.of());
    assertThatThrownBy(() -> new BarlowTwinsConfig(-1, List.of(0), List.of(other, other)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            redundancy-weight must be at least 0, got -1
            projector[0] must be at least 1, got 0
            other-projectors must have different input widths, got [128, 128]""");
  }
}
