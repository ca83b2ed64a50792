package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;

/** When the state of a training is saved. It is saved at the end in any case. */
public record CheckpointConfig(
    @Setting(
            value = "time between two checkpoints; 0 for none by time",
            defaultsTo = "10",
            min = 0,
            unit = "minutes")
        double everyMinutes,
    @Setting(
            value = "steps between two checkpoints; 0 for none by steps",
            defaultsTo = "0",
            min = 0,
            unit = "steps")
        int everySteps,
    @Setting(
            value = "how many of the last ones are kept, beside the one with the least loss",
            defaultsTo = "2",
            min = 1)
        int keep) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range
   */
  public CheckpointConfig {
    Settings.of(CheckpointConfig.class, everyMinutes, everySteps, keep).check();
  }
}
