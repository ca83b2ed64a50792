package io.equivar.plugin.vicreg;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@link VicReg}.
 *
 * @param weights of the three terms
 * @param deviation the standard deviation that every column is to reach, greater than 0
 * @param epsilon what is added to variances before their root is taken, greater than 0
 * @param projector output widths of the projector's layers; empty for none
 * @param otherProjectors projectors for inputs of particular widths
 */
public record VicRegConfig(
    @Setting(value = "what the terms of the loss are multiplied with", defaultsTo = "{}")
        Weights weights,
    @Setting(
            value = "gamma, the standard deviation that every column is to reach",
            defaultsTo = "1",
            min = 0,
            exclusiveMin = true)
        double deviation,
    @Setting(
            value = "what is added to variances before their root is taken",
            defaultsTo = "0.0001",
            min = 0,
            exclusiveMin = true)
        double epsilon,
    @Setting(
            value = "output widths of the projector's layers; [] for none",
            defaultsTo = "[2048, 2048, 2048]",
            min = 1)
        List<Integer> projector,
    @Setting(value = "projectors for inputs of particular widths", defaultsTo = "[]")
        List<InputProjector> otherProjectors) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range, or two of the
   *     other projectors have one input width
   */
  public VicRegConfig {
    List<Integer> inputWidths = otherProjectors.stream().map(InputProjector::inputWidth).toList();
    Settings.of(VicRegConfig.class, weights, deviation, epsilon, projector, otherProjectors)
        .require(
            inputWidths.stream().distinct().count() == inputWidths.size(),
            "other-projectors",
            "must have different input widths",
            inputWidths)
        .check();
    projector = List.copyOf(projector);
    otherProjectors = List.copyOf(otherProjectors);
  }

  /**
   * What the terms of the loss are multiplied with.
   *
   * @param invariance {@code lambda}, of the mean squared difference of the sides, greater than 0
   * @param variance {@code mu}, of what columns lack of the deviation, at least 0
   * @param covariance {@code nu}, of the covariances of different columns, at least 0
   */
  public record Weights(
      @Setting(
              value = "lambda, the weight of the mean squared difference of the sides",
              defaultsTo = "25",
              min = 0,
              exclusiveMin = true)
          double invariance,
      @Setting(
              value = "mu, the weight of what columns lack of the standard deviation",
              defaultsTo = "25",
              min = 0)
          double variance,
      @Setting(
              value = "nu, the weight of the covariances of different columns",
              defaultsTo = "1",
              min = 0)
          double covariance) {

    /**
     * Checks the settings.
     *
     * @throws io.equivar.api.config.ConfigurationException if one is out of range
     */
    public Weights {
      Settings.of(Weights.class, invariance, variance, covariance).check();
    }
  }

  /**
   * A projector for inputs of one width.
   *
   * @param inputWidth the width of the inputs
   * @param projector output widths of the projector's layers; empty for none
   */
  public record InputProjector(
      @Setting(value = "the width of the inputs that this projector is for", min = 1)
          int inputWidth,
      @Setting(value = "output widths of the projector's layers; [] for none", min = 1)
          List<Integer> projector) {

    /**
     * Checks the settings.
     *
     * @throws io.equivar.api.config.ConfigurationException if one is out of range
     */
    public InputProjector {
      Settings.of(InputProjector.class, inputWidth, projector).check();
      projector = List.copyOf(projector);
    }
  }

  /** Returns the output widths of the projector for inputs of a width. */
  List<Integer> projectorFor(int inputWidth) {
    return otherProjectors.stream()
        .filter(other -> other.inputWidth() == inputWidth)
        .findFirst()
        .map(InputProjector::projector)
        .orElse(projector);
  }
}
