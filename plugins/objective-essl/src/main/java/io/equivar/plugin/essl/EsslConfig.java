package io.equivar.plugin.essl;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@link Essl}.
 *
 * @param lambda weight of predicting the rotation, greater than 0
 * @param predictor widths of the predictor's hidden layers
 * @param shrink by how much the sides of the rotated images are shorter than those of the views
 */
public record EsslConfig(
    @Setting(
            value = "weight of predicting the rotation",
            defaultsTo = "0.4",
            min = 0,
            exclusiveMin = true)
        double lambda,
    @Setting(
            value = "widths of the predictor's hidden layers; [] for a linear one",
            defaultsTo = "[2048, 2048]",
            min = 1)
        List<Integer> predictor,
    @Setting(
            value = "how many times shorter the sides of rotated images are than those of views",
            defaultsTo = "2",
            min = 1)
        int shrink) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range
   */
  public EsslConfig {
    Settings.of(EsslConfig.class, lambda, predictor, shrink).check();
    predictor = List.copyOf(predictor);
  }
}
