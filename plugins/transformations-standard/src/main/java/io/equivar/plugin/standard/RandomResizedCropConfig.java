package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import java.util.List;

/**
 * Configures {@code standard:random-resized-crop}.
 *
 * @param area smallest and largest part of the image's area
 * @param ratio smallest and largest width over height
 * @param size side of the result, or its height and width, in pixels; empty for the size that comes
 */
public record RandomResizedCropConfig(
    @Setting(
            value = "smallest and largest part of the image's area",
            defaultsTo = "[0.08, 1]",
            min = 0,
            exclusiveMin = true,
            max = 1,
            minSize = 2,
            maxSize = 2)
        List<Double> area,
    @Setting(
            value = "smallest and largest width over height",
            defaultsTo = "[0.75, 1.3333333333333333]",
            min = 0,
            exclusiveMin = true,
            minSize = 2,
            maxSize = 2)
        List<Double> ratio,
    @Setting(
            value = "side of the result, or its height and width; empty for the size that comes",
            defaultsTo = "[]",
            min = 1,
            maxSize = 2,
            unit = "pixels")
        List<Integer> size) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public RandomResizedCropConfig {
    Settings.of(RandomResizedCropConfig.class, area, ratio, size)
        .require(Range.ordered(area), "area", Range.ORDER, area)
        .require(Range.ordered(ratio), "ratio", Range.ORDER, ratio)
        .check();
    area = List.copyOf(area);
    ratio = List.copyOf(ratio);
    size = List.copyOf(size);
  }

  /** Returns the size of the result for images of size {@code input}. */
  ImageShape outputShape(ImageShape input) {
    return switch (size.size()) {
      case 0 -> input;
      case 1 -> ImageShape.square(size.get(0));
      default -> new ImageShape(size.get(0), size.get(1));
    };
  }
}
