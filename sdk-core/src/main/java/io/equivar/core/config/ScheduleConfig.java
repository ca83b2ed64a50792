package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;

/** How the learning rate changes: a linear rise, then half a cosine, set once per epoch. */
public record ScheduleConfig(
    @Setting(
            value = "epochs in which the learning rate rises linearly",
            defaultsTo = "0",
            min = 0,
            unit = "epochs")
        int warmUpEpochs) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range
   */
  public ScheduleConfig {
    Settings.of(ScheduleConfig.class, warmUpEpochs).check();
  }
}
