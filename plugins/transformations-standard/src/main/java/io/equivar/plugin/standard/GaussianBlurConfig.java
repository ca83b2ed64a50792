package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code standard:gaussian-blur}.
 *
 * @param kernelSize side of the kernel, odd, in pixels
 * @param sigma smallest and largest standard deviation, in pixels
 */
public record GaussianBlurConfig(
    @Setting(value = "side of the kernel, odd", defaultsTo = "9", min = 1, unit = "pixels")
        int kernelSize,
    @Setting(
            value = "smallest and largest standard deviation",
            defaultsTo = "[0.1, 2]",
            min = 0.01,
            minSize = 2,
            maxSize = 2,
            unit = "pixels")
        List<Double> sigma) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public GaussianBlurConfig {
    Settings.of(GaussianBlurConfig.class, kernelSize, sigma)
        .require(kernelSize % 2 != 0, "kernel-size", "must be odd", kernelSize)
        .require(Range.ordered(sigma), "sigma", Range.ORDER, sigma)
        .check();
    sigma = List.copyOf(sigma);
  }
}
