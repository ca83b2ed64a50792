package ${package};

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * What a step of a pipeline may set.
 *
 * @param radius smallest and largest radius, as a share of the image's shorter side, in [0, 0.5]
 */
public record ${className}Config(
    @Setting(
            value = "smallest and largest radius of the disc",
            defaultsTo = "[0.1, 0.3]",
            min = 0,
            max = 0.5,
            minSize = 2,
            maxSize = 2,
            unit = "of the image's shorter side")
        List<Double> radius) {

  /** Checks the settings, or throws a {@code ConfigurationException}. */
  public ${className}Config {
    Settings.of(${className}Config.class, radius)
        .require(
            radius.size() != 2 || radius.get(0) <= radius.get(1),
            "radius",
            "must name the smaller one first",
            radius)
        .check();
    radius = List.copyOf(radius);
  }
}
