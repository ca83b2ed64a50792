package io.equivar.plugin.equimod;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.learning.TransformationLabels;

/**
 * Configures {@link EquiMod}.
 *
 * @param label how the change between views is made of the labels of both
 * @param steps which steps of the pipeline make up the label
 * @param weights of the two terms
 */
public record EquiModConfig(
    @Setting(
            value = "how the change between views is made of the labels of both",
            defaultsTo = "both")
        TransformationLabels.Relation label,
    @Setting(value = "which steps of the pipeline make up the label", defaultsTo = "shared")
        TransformationLabels.Steps steps,
    @Setting(value = "what the terms of the loss are multiplied with", defaultsTo = "{}")
        Weights weights) {

  /** Checks the settings. */
  public EquiModConfig {
    Settings.of(EquiModConfig.class, label, steps, weights).check();
  }

  /**
   * What the terms of the loss are multiplied with. A term of weight 0 is left out of the graph,
   * with everything that only it would train.
   *
   * @param invariance of both views' representations, at least 0
   * @param equivariance of representations and their predictions, at least 0
   */
  public record Weights(
      @Setting(value = "weight of the invariance term", defaultsTo = "1", min = 0)
          double invariance,
      @Setting(value = "weight of the equivariance term", defaultsTo = "1", min = 0)
          double equivariance) {

    /**
     * Checks the settings.
     *
     * @throws io.equivar.api.config.ConfigurationException if a weight is negative, or all are 0
     */
    public Weights {
      Settings.of(Weights.class, invariance, equivariance)
          .require(
              !(invariance == 0 && equivariance == 0),
              "",
              "at least one weight must be greater than 0",
              "0, 0")
          .check();
    }
  }
}
