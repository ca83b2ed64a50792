package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code standard:sharpness}.
 *
 * @param factor smallest and largest factor
 */
public record SharpnessConfig(
    @Setting(
            value = "smallest and largest factor; 0 smooths, 1 changes nothing, 2 sharpens",
            defaultsTo = "[0, 2]",
            min = 0,
            minSize = 2,
            maxSize = 2)
        List<Double> factor) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public SharpnessConfig {
    Settings.of(SharpnessConfig.class, factor)
        .require(Range.ordered(factor), "factor", Range.ORDER, factor)
        .check();
    factor = List.copyOf(factor);
  }
}
