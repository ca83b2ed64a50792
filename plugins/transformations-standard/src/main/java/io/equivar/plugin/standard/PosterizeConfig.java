package io.equivar.plugin.standard;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code standard:posterize}.
 *
 * @param bits smallest and largest number of bits kept
 */
public record PosterizeConfig(
    @Setting(
            value = "smallest and largest number of bits kept of each colour's eight",
            defaultsTo = "[4, 4]",
            min = 0,
            max = 8,
            minSize = 2,
            maxSize = 2,
            unit = "bits")
        List<Integer> bits) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public PosterizeConfig {
    Settings.of(PosterizeConfig.class, bits)
        .require(Range.ordered(bits), "bits", Range.ORDER, bits)
        .check();
    bits = List.copyOf(bits);
  }
}
