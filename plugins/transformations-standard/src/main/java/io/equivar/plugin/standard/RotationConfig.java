package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code standard:rotation}.
 *
 * @param angle smallest and largest angle, counter-clockwise, in degrees
 */
public record RotationConfig(
    @Setting(
            value = "smallest and largest angle, counter-clockwise",
            defaultsTo = "[-30, 30]",
            min = -360,
            max = 360,
            minSize = 2,
            maxSize = 2,
            unit = "degrees")
        List<Double> angle) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public RotationConfig {
    Settings.of(RotationConfig.class, angle)
        .require(Range.ordered(angle), "angle", Range.ORDER, angle)
        .check();
    angle = List.copyOf(angle);
  }
}
