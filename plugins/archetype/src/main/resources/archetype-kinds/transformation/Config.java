package ${package};

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;

/**
 * What a step of a pipeline may set.
 *
 * @param strength how far images fade at most, in [0, 1]
 */
public record ${className}Config(
    @Setting(value = "how far images fade at most", defaultsTo = "0.5", min = 0, max = 1)
        double strength) {

  /** Checks the settings, or throws a {@code ConfigurationException}. */
  public ${className}Config {
    Settings.of(${className}Config.class, strength).check();
  }
}
