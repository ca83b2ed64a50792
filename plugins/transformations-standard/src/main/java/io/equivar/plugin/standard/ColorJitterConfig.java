package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;

/**
 * Configures {@code standard:color-jitter}.
 *
 * @param brightness how far the factor goes from 1
 * @param contrast how far the factor goes from 1
 * @param saturation how far the factor goes from 1
 * @param hue how far the hue is turned, in turns of the colour circle
 * @param order in which order the four are done
 */
public record ColorJitterConfig(
    @Setting(
            value = "brightness factor lies in [max(0, 1 - this), 1 + this]",
            defaultsTo = "0.4",
            min = 0)
        double brightness,
    @Setting(
            value = "contrast factor lies in [max(0, 1 - this), 1 + this]",
            defaultsTo = "0.4",
            min = 0)
        double contrast,
    @Setting(
            value = "saturation factor lies in [max(0, 1 - this), 1 + this]",
            defaultsTo = "0.4",
            min = 0)
        double saturation,
    @Setting(
            value = "hue is turned by [-this, this]",
            defaultsTo = "0.1",
            min = 0,
            max = 0.5,
            unit = "turns")
        double hue,
    @Setting(
            value =
                "random, drawn per application, or fixed: brightness, contrast, saturation, hue",
            defaultsTo = "random")
        Order order) {

  /** In which order the four operations are done. */
  public enum Order {
    /** Any of the 24 orders, drawn per application. */
    RANDOM,
    /** Brightness, contrast, saturation, hue. */
    FIXED
  }

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public ColorJitterConfig {
    Settings.of(ColorJitterConfig.class, brightness, contrast, saturation, hue, order).check();
  }
}
