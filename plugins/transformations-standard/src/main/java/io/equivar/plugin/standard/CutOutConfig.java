package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code standard:cut-out}. The default is the paper's square for CIFAR-10, 16 of 32
 * pixels.
 *
 * @param side of the square, as a part of the image's shorter side
 * @param fill what takes the place of the square
 * @param value the colour where {@code fill} is {@link RandomErasingConfig.Fill#VALUE}: red, green
 *     and blue
 */
public record CutOutConfig(
    @Setting(
            value = "side of the square",
            defaultsTo = "0.5",
            min = 0,
            exclusiveMin = true,
            max = 2,
            unit = "of the image's shorter side")
        double side,
    @Setting(
            value = "what takes the place: value, or mean for the image's mean colour",
            defaultsTo = "value")
        RandomErasingConfig.Fill fill,
    @Setting(
            value = "red, green and blue where fill is value",
            defaultsTo = "[0, 0, 0]",
            minSize = 3,
            maxSize = 3)
        List<Double> value) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public CutOutConfig {
    Settings.of(CutOutConfig.class, side, fill, value).check();
    value = List.copyOf(value);
  }
}
