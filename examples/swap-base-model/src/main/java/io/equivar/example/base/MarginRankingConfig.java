package io.equivar.example.base;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@link MarginRanking}.
 *
 * @param margin by how much a positive is to be more alike than a negative, in (0, 2]
 * @param projector output widths of the projector's layers; empty for none
 */
public record MarginRankingConfig(
    @Setting(
            value = "by how much the cosine of positives is to exceed that of negatives",
            defaultsTo = "0.5",
            min = 0,
            exclusiveMin = true,
            max = 2)
        double margin,
    @Setting(
            value = "output widths of the projector's layers; [] for none",
            defaultsTo = "[128, 128]",
            min = 1)
        List<Integer> projector) {

  /** Checks the settings, or throws a {@code ConfigurationException}. */
  public MarginRankingConfig {
    Settings.of(MarginRankingConfig.class, margin, projector).check();
    projector = List.copyOf(projector);
  }
}
