package io.equivar.core.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.core.graph.Precision;
import org.junit.jupiter.api.Test;

class TrainingConfigTest {

  @Test
  void reportsAllProblemsAtOnce() {
    assertThatThrownBy(
            () ->
                new TrainingConfig(
                    10,
                    63,
                    0,
                    Precision.FP32,
                    true,
                    new SgdConfig(0.03, 0.9, 0, true),
                    new ScheduleConfig(10),
                    0,
                    new CheckpointConfig(10, 0, 2),
                    -1,
                    -2))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            """
            accumulate-batches must be at least 1, got 0
            log-every-steps must be at least 1, got 0
            threads must be at least 0, got -1
            data-threads must be in [0, 1024], got -2
            batch-size must be even, got 63
            schedule.warm-up-epochs must be less than epochs (10), got 10""");
  }

  @Test
  void refusesMomentumThatNeverForgets() {
    assertThatThrownBy(() -> new SgdConfig(0, 1, 0, true))
        .hasMessage(
            """
            learning-rate must be greater than 0, got 0
            momentum must be less than 1, got 1.0""");
  }
}
