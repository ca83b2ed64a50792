package io.equivar.plugin.sie;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.learning.TransformationLabels;
import java.util.List;

/**
 * Configures {@link Sie}.
 *
 * @param equivariantShare the part of a representation that is equivariant, in (0, 1)
 * @param form which loss is taken
 * @param label how the change between views is made of the labels of both
 * @param steps which steps of the pipeline make up the label
 * @param weights of the two terms of the form {@link Form#BASE}
 * @param published the settings of the form {@link Form#PUBLISHED}
 */
public record SieConfig(
    @Setting(
            value = "the part of a representation that is equivariant, less than 1",
            defaultsTo = "0.5",
            min = 0,
            exclusiveMin = true)
        double equivariantShare,
    @Setting(
            value =
                "which loss is taken: base for the base method's, published for the paper's own",
            defaultsTo = "base")
        Form form,
    @Setting(
            value = "how the change between views is made of the labels of both",
            defaultsTo = "both")
        TransformationLabels.Relation label,
    @Setting(value = "which steps of the pipeline make up the label", defaultsTo = "shared")
        TransformationLabels.Steps steps,
    @Setting(value = "weights of the terms of the form base", defaultsTo = "{}") Weights weights,
    @Setting(value = "settings of the form published", defaultsTo = "{}") Published published) {

  /** Which loss is taken. */
  public enum Form {
    /** The base method's dissimilarity, as STL's paper compares with it. */
    BASE,
    /** That of the paper: distances, variances and covariances, without a base method. */
    PUBLISHED
  }

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range
   */
  public SieConfig {
    Settings.of(SieConfig.class, equivariantShare, form, label, steps, weights, published)
        .require(equivariantShare < 1, "equivariant-share", "must be less than 1", equivariantShare)
        .check();
  }

  /**
   * The settings of SIE as published, with the values of the authors' command.
   *
   * @param expander output widths of the expander's layers for a whole representation; each part
   *     takes its share of them
   * @param similarity weight of the squared distance of the invariant parts, greater than 0
   * @param equivarianceFactor what {@code similarity} is multiplied with for the weight of the
   *     squared distance of the predicted equivariant parts, greater than 0
   * @param variance weight of the variances, greater than 0
   * @param covariance weight of the covariances, greater than 0
   */
  public record Published(
      @Setting(
              value = "output widths of the expander's layers; each part takes its share of them",
              defaultsTo = "[2048, 2048, 2048]",
              min = 2,
              minSize = 1)
          List<Integer> expander,
      @Setting(
              value = "weight of the invariant parts' distance",
              defaultsTo = "10",
              min = 0,
              exclusiveMin = true)
          double similarity,
      @Setting(
              value = "weight of the equivariant parts' distance, relative to similarity",
              defaultsTo = "0.45",
              min = 0,
              exclusiveMin = true)
          double equivarianceFactor,
      @Setting(
              value = "weight of the variance terms",
              defaultsTo = "10",
              min = 0,
              exclusiveMin = true)
          double variance,
      @Setting(
              value = "weight of the covariance term",
              defaultsTo = "1",
              min = 0,
              exclusiveMin = true)
          double covariance) {

    /**
     * Checks the settings.
     *
     * @throws io.equivar.api.config.ConfigurationException if one is out of range
     */
    public Published {
      Settings.of(Published.class, expander, similarity, equivarianceFactor, variance, covariance)
          .check();
      expander = List.copyOf(expander);
    }
  }

  /**
   * What the terms of the loss are multiplied with. A term of weight 0 is left out of the graph,
   * with everything that only it would train.
   *
   * @param invariance of the invariant parts of both views, at least 0
   * @param equivariance of the equivariant parts and their predictions, at least 0
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
