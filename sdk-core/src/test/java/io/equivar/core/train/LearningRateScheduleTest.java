package io.equivar.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  @Test
  void halfACosineStepsOncePerEpoch() {
    LearningRateSchedule schedule = new LearningRateSchedule(0.03, 200, 0);

    assertThat(schedule.rate(0)).isEqualTo(0.03);
    assertThat(schedule.rate(100)).isCloseTo(0.015, within(1e-12));
    // 0.03 (1 + cos(pi 199 / 200)) / 2
    assertThat(schedule.rate(199)).isCloseTo(1.8505127751e-06, within(1e-12));
  }

  @Test
  void theWarmUpRisesLinearlyToThePeak() {
    LearningRateSchedule schedule = new LearningRateSchedule(0.4, 14, 4);

    assertThat(schedule.rate(0)).isCloseTo(0.1, within(1e-12));
    assertThat(schedule.rate(3)).isCloseTo(0.4, within(1e-12));
    assertThat(schedule.rate(4)).isCloseTo(0.4, within(1e-12));
    assertThat(schedule.rate(9)).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void aWarmUpAsLongAsTheTrainingIsRefused() {
    assertThatThrownBy(() -> new LearningRateSchedule(0.1, 5, 5))
        .hasMessage(
            "a schedule needs a positive peak and fewer warm-up epochs than epochs, got peak 0.1, 5"
                + " epochs, 5 warm-up epochs");
  }
}
