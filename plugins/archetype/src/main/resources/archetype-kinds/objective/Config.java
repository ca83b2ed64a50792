package ${package};

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;

/**
 * What a configuration may set.
 *
 * @param difference weight of the differences beside the invariance's 1, greater than 0
 */
public record ${className}Config(
    @Setting(
            value = "weight of the differences beside the invariance's 1",
            defaultsTo = "0.5",
            min = 0,
            exclusiveMin = true)
        double difference) {

  /** Checks the settings, or throws a {@code ConfigurationException}. */
  public ${className}Config {
    Settings.of(${className}Config.class, difference).check();
  }
}
