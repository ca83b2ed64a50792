package io.equivar.api.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AveragingScheduleTest {

  @Test
  void theCosineRisesFromItsStartToOne() {
    AveragingSchedule schedule = AveragingSchedule.cosine(0.996);

    assertThat(schedule.momentum(0)).isCloseTo(0.996, within(1e-12));
    assertThat(schedule.momentum(0.5)).isCloseTo(0.998, within(1e-12));
    assertThat(schedule.momentum(1)).isCloseTo(1, within(1e-12));
  }
}
