package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;

/**
 * Configures {@code standard:channel-drop}.
 *
 * @param value what takes the place of the colour's values
 */
public record ChannelDropConfig(
    @Setting(
            value = "what takes the place of the colour's values",
            defaultsTo = "0",
            min = 0,
            max = 1)
        double value) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public ChannelDropConfig {
    Settings.of(ChannelDropConfig.class, value).check();
  }
}
