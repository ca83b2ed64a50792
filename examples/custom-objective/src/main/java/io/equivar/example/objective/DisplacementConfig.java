package io.equivar.example.objective;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;

/**
 * Configures {@link Displacement}.
 *
 * @param hidden width of the hidden layer of the transformation encoder, at least 1
 * @param equivariance weight of the equivariance term beside the invariance term's 1
 */
public record DisplacementConfig(
    @Setting(
            value = "width of the hidden layer of the transformation encoder",
            defaultsTo = "128",
            min = 1)
        int hidden,
    @Setting(
            value = "weight of the equivariance term",
            defaultsTo = "1",
            min = 0,
            exclusiveMin = true)
        double equivariance) {

  /** Checks the settings, or throws a {@code ConfigurationException}. */
  public DisplacementConfig {
    Settings.of(DisplacementConfig.class, hidden, equivariance).check();
  }
}
