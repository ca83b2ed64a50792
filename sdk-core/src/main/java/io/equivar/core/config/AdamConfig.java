package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.core.binding.Alternative;

/**
 * Adam (Kingma and Ba 2015), with weight decay that is added to the gradient. The defaults are
 * PyTorch's.
 */
@Alternative(
    value = "adam",
    description = "Adam (Kingma and Ba 2015), with weight decay that is added to the gradient")
public record AdamConfig(
    @Setting(
            value = "learning rate after the warm-up",
            defaultsTo = "0.001",
            min = 0,
            exclusiveMin = true)
        double learningRate,
    @Setting(value = "decay of the first moment, less than 1", defaultsTo = "0.9", min = 0, max = 1)
        double beta1,
    @Setting(
            value = "decay of the second moment, less than 1",
            defaultsTo = "0.999",
            min = 0,
            max = 1)
        double beta2,
    @Setting(
            value = "what is added to the root of the second moment",
            defaultsTo = "0.00000001",
            min = 0,
            exclusiveMin = true)
        double epsilon,
    @Setting(value = "weight decay", defaultsTo = "0", min = 0) double weightDecay,
    @Setting(
            value = "whether biases and the parameters of normalisation decay, too",
            defaultsTo = "true")
        boolean decayBiasAndNorm)
    implements OptimizerConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range
   */
  public AdamConfig {
    Settings.of(
            AdamConfig.class, learningRate, beta1, beta2, epsilon, weightDecay, decayBiasAndNorm)
        .require(beta1 != 1, "beta1", "must be less than 1", beta1)
        .require(beta2 != 1, "beta2", "must be less than 1", beta2)
        .check();
  }
}
