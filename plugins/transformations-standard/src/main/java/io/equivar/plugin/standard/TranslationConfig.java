package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code standard:translation}.
 *
 * @param x smallest and largest shift to the right, as part of the image's width
 * @param y smallest and largest shift downwards, as part of the image's height
 */
public record TranslationConfig(
    @Setting(
            value = "smallest and largest shift to the right",
            defaultsTo = "[-0.1, 0.1]",
            min = -1,
            max = 1,
            minSize = 2,
            maxSize = 2,
            unit = "of the image's width")
        List<Double> x,
    @Setting(
            value = "smallest and largest shift downwards",
            defaultsTo = "[-0.1, 0.1]",
            min = -1,
            max = 1,
            minSize = 2,
            maxSize = 2,
            unit = "of the image's height")
        List<Double> y) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public TranslationConfig {
    Settings.of(TranslationConfig.class, x, y)
        .require(Range.ordered(x), "x", Range.ORDER, x)
        .require(Range.ordered(y), "y", Range.ORDER, y)
        .check();
    x = List.copyOf(x);
    y = List.copyOf(y);
  }
}
