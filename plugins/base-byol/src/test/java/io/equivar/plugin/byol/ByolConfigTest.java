package io.equivar.plugin.byol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.plugin.byol.ByolConfig.InputHeads;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByolConfigTest {

  @Test
  void headsForParticularInputsAreTakenWhereTheyFit() {
    InputHeads small = new InputHeads(128, List.of(64, 32), List.of(32));
    ByolConfig config =
        new ByolConfig(
            0.996, MomentumSchedule.COSINE, List.of(4096, 256), List.of(4096, 256), List.of(small));
    assertThat(config.headsFor(128)).isEqualTo(small);
    assertThat(config.headsFor(512))
        .isEqualTo(new InputHeads(512, List.of(4096, 256), List.of(4096, 256)));
  }

  @Test
  void refusesWhatIsOutOfRangeAllAtOnce() {
    InputHeads heads = new InputHeads(128, List.of(), List.of());
    assertThatThrownBy(
            () ->
                new ByolConfig(
                    1.5,
                    MomentumSchedule.COSINE,
                    List.of(8, 4),
                    List.of(8, 5),
                    List.of(heads, heads)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            momentum must be in [0, 1], got 1.5
            predictor must end with the projector's last width (4), got [8, 5]
            other-heads must have different input widths, got [128, 128]""");
  }
}
