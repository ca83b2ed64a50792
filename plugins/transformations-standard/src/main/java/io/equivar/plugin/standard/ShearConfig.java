package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code standard:shear}.
 *
 * @param x smallest and largest angle by which columns lean, in degrees
 * @param y smallest and largest angle by which rows lean, in degrees
 */
public record ShearConfig(
    @Setting(
            value = "smallest and largest angle by which columns lean",
            defaultsTo = "[-15, 15]",
            min = -89,
            max = 89,
            minSize = 2,
            maxSize = 2,
            unit = "degrees")
        List<Double> x,
    @Setting(
            value = "smallest and largest angle by which rows lean",
            defaultsTo = "[0, 0]",
            min = -89,
            max = 89,
            minSize = 2,
            maxSize = 2,
            unit = "degrees")
        List<Double> y) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public ShearConfig {
    Settings.of(ShearConfig.class, x, y)
        .require(Range.ordered(x), "x", Range.ORDER, x)
        .require(Range.ordered(y), "y", Range.ORDER, y)
        .check();
    x = List.copyOf(x);
    y = List.copyOf(y);
  }
}
