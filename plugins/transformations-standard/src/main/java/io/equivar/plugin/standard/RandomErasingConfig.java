package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code standard:random-erasing}.
 *
 * @param area smallest and largest part of the image's area
 * @param ratio smallest and largest height over width
 * @param fill what takes the place of the erased pixels
 * @param value the colour where {@code fill} is {@link Fill#VALUE}: red, green and blue
 */
public record RandomErasingConfig(
    @Setting(
            value = "smallest and largest part of the image's area",
            defaultsTo = "[0.02, 0.33]",
            min = 0,
            exclusiveMin = true,
            max = 1,
            minSize = 2,
            maxSize = 2)
        List<Double> area,
    @Setting(
            value = "smallest and largest height over width",
            defaultsTo = "[0.3, 3.3]",
            min = 0,
            exclusiveMin = true,
            minSize = 2,
            maxSize = 2)
        List<Double> ratio,
    @Setting(
            value = "what takes the place: value, or mean for the image's mean colour",
            defaultsTo = "value")
        Fill fill,
    @Setting(
            value = "red, green and blue where fill is value",
            defaultsTo = "[0, 0, 0]",
            minSize = 3,
            maxSize = 3)
        List<Double> value) {

  /** What takes the place of erased pixels. */
  public enum Fill {
    /** The configured colour. */
    VALUE,
    /** The mean colour of the image. */
    MEAN
  }

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public RandomErasingConfig {
    Settings.of(RandomErasingConfig.class, area, ratio, fill, value)
        .require(Range.ordered(area), "area", Range.ORDER, area)
        .require(Range.ordered(ratio), "ratio", Range.ORDER, ratio)
        .check();
    area = List.copyOf(area);
    ratio = List.copyOf(ratio);
    value = List.copyOf(value);
  }
}
