package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code standard:solarize}.
 *
 * @param threshold smallest and largest threshold
 */
public record SolarizeConfig(
    @Setting(
            value = "smallest and largest threshold, values from which on are inverted",
            defaultsTo = "[0.5, 0.5]",
            min = 0,
            max = 1,
            minSize = 2,
            maxSize = 2)
        List<Double> threshold) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public SolarizeConfig {
    Settings.of(SolarizeConfig.class, threshold)
        .require(Range.ordered(threshold), "threshold", Range.ORDER, threshold)
        .check();
    threshold = List.copyOf(threshold);
  }
}
