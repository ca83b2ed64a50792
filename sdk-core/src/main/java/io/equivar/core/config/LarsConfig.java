package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.core.binding.Alternative;

/** Layer-wise adaptive rate scaling (You et al. 2017), for large batches. */
@Alternative(
    value = "lars",
    description = "Layer-wise adaptive rate scaling (You et al. 2017), for large batches")
public record LarsConfig(
    @Setting(
            value =
                "learning rate after the warm-up; by convention 0.3 for each 256 images of a batch",
            defaultsTo = "0.3",
            min = 0,
            exclusiveMin = true)
        double learningRate,
    @Setting(value = "momentum, less than 1", defaultsTo = "0.9", min = 0, max = 1) double momentum,
    @Setting(value = "weight decay", defaultsTo = "0.000001", min = 0) double weightDecay,
    @Setting(
            value = "what the ratio of the norms of weight and gradient is multiplied with",
            defaultsTo = "0.001",
            min = 0,
            exclusiveMin = true)
        double trustCoefficient,
    @Setting(
            value =
                "whether decay and scaling apply to biases and the parameters of normalisation, too",
            defaultsTo = "false")
        boolean decayBiasAndNorm)
    implements OptimizerConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range
   */
  public LarsConfig {
    Settings.of(
            LarsConfig.class,
            learningRate,
            momentum,
            weightDecay,
            trustCoefficient,
            decayBiasAndNorm)
        .require(momentum != 1, "momentum", "must be less than 1", momentum)
        .check();
  }
}
