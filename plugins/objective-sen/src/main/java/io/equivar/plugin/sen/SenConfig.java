package io.equivar.plugin.sen;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.learning.TransformationLabels;
import java.util.List;

/**
 * Configures {@link Sen}.
 *
 * @param projector output widths of the layers of the projector of the equivariance term; empty for
 *     none
 * @param hinge the energy that representations of different images are to have, greater than 0
 * @param sigma scale of the energy, greater than 0
 * @param negatives how many other images each is compared with, at least 1
 * @param residual whether {@code phi} gives the change of a representation rather than the
 *     representation itself
 * @param label how the change between views is made of the labels of both
 * @param steps which steps of the pipeline make up the label
 * @param weights of the two terms
 */
public record SenConfig(
    @Setting(
            value = "output widths of the layers of the equivariance term's projector; [] for none",
            defaultsTo = "[512, 128]",
            min = 1)
        List<Integer> projector,
    @Setting(
            value = "energy that representations of different images are to have",
            defaultsTo = "1",
            min = 0,
            exclusiveMin = true)
        double hinge,
    @Setting(value = "scale of the energy", defaultsTo = "0.5", min = 0, exclusiveMin = true)
        double sigma,
    @Setting(value = "how many other images each is compared with", defaultsTo = "1", min = 1)
        int negatives,
    @Setting(
            value = "whether the hypernetwork gives the change of a representation",
            defaultsTo = "false")
        boolean residual,
    @Setting(
            value = "how the change between views is made of the labels of both",
            defaultsTo = "both")
        TransformationLabels.Relation label,
    @Setting(value = "which steps of the pipeline make up the label", defaultsTo = "shared")
        TransformationLabels.Steps steps,
    @Setting(value = "what the terms of the loss are multiplied with", defaultsTo = "{}")
        Weights weights) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range
   */
  public SenConfig {
    Settings.of(
            SenConfig.class, projector, hinge, sigma, negatives, residual, label, steps, weights)
        .check();
    projector = List.copyOf(projector);
  }

  /**
   * What the terms of the loss are multiplied with. A term of weight 0 is left out of the graph,
   * with everything that only it would train.
   *
   * @param invariance of both views' representations; 0 for SEN as published, at least 0
   * @param equivariance energy of predictions, and hinge, at least 0
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
