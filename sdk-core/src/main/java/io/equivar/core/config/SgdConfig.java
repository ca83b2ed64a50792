package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.core.binding.Alternative;

/**
 * Stochastic gradient descent: {@code v <- momentum * v + gradient + weightDecay * w}, {@code w <-
 * w - learningRate * v}. The defaults are the paper's.
 */
@Alternative(value = "sgd", description = "Stochastic gradient descent with momentum")
public record SgdConfig(
    @Setting(
            value = "learning rate after the warm-up",
            defaultsTo = "0.03",
            min = 0,
            exclusiveMin = true)
        double learningRate,
    @Setting(value = "momentum, less than 1", defaultsTo = "0.9", min = 0, max = 1) double momentum,
    @Setting(value = "weight decay", defaultsTo = "0.0005", min = 0) double weightDecay,
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
  public SgdConfig {
    Settings.of(SgdConfig.class, learningRate, momentum, weightDecay, decayBiasAndNorm)
        .require(momentum != 1, "momentum", "must be less than 1", momentum)
        .check();
  }
}
