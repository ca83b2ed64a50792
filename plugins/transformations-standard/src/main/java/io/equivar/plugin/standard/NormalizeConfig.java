package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code standard:normalize}. The defaults are the statistics of ImageNet.
 *
 * @param mean of red, green and blue
 * @param standardDeviation of red, green and blue
 */
public record NormalizeConfig(
    @Setting(
            value = "mean of red, green and blue",
            defaultsTo = "[0.485, 0.456, 0.406]",
            minSize = 3,
            maxSize = 3)
        List<Double> mean,
    @Setting(
            value = "standard deviation of red, green and blue",
            defaultsTo = "[0.229, 0.224, 0.225]",
            min = 0,
            exclusiveMin = true,
            minSize = 3,
            maxSize = 3)
        List<Double> standardDeviation) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public NormalizeConfig {
    Settings.of(NormalizeConfig.class, mean, standardDeviation).check();
    mean = List.copyOf(mean);
    standardDeviation = List.copyOf(standardDeviation);
  }
}
