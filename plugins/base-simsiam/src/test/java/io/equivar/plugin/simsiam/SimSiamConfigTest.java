package io.equivar.plugin.simsiam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.plugin.simsiam.SimSiamConfig.InputHeads;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimSiamConfigTest {

  @Test
  void headsForParticularInputsAreTakenWhereTheyFit() {
    InputHeads small = new InputHeads(128, List.of(64, 32), List.of(32));
    SimSiamConfig config =
        new SimSiamConfig(List.of(2048, 2048), List.of(512, 2048), true, List.of(small));
    assertThat(config.headsFor(128)).isEqualTo(small);
    assertThat(config.headsFor(512))
        .isEqualTo(new InputHeads(512, List.of(2048, 2048), List.of(512, 2048)));
  }

  @Test
  void refusesWhatIsOutOfRangeAllAtOnce() {
    InputHeads heads = new InputHeads(128, List.of(), List.of());
    assertThatThrownBy(
            () -> new SimSiamConfig(List.of(8, 4), List.of(0, 5), true, List.of(heads, heads)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            predictor[0] must be at least 1, got 0
            predictor must end with the projector's last width (4), got [0, 5]
            other-heads must have different input widths, got [128, 128]""");
  }
}
