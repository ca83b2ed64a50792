package ${package};

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * What a configuration may set.
 *
 * @param uniformity weight of the uniformity beside the alignment's 1, greater than 0
 * @param projector output widths of the projector's layers; empty for none
 */
public record ${className}Config(
    @Setting(
            value = "weight of the uniformity beside the alignment's 1",
            defaultsTo = "1",
            min = 0,
            exclusiveMin = true)
        double uniformity,
    @Setting(
            value = "output widths of the projector's layers; [] for none",
            defaultsTo = "[128, 128]",
            min = 1)
        List<Integer> projector) {

  /** Checks the settings, or throws a {@code ConfigurationException}. */
  public ${className}Config {
    Settings.of(${className}Config.class, uniformity, projector).check();
    projector = List.copyOf(projector);
  }
}
