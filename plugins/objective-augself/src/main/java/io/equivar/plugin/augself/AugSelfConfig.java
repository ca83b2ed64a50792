package io.equivar.plugin.augself;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;

/**
 * Configures {@link AugSelf}.
 *
 * @param hiddenWidth width of both hidden layers of every head
 * @param weights of the terms
 */
public record AugSelfConfig(
    @Setting(value = "width of both hidden layers of every head", defaultsTo = "512", min = 1)
        int hiddenWidth,
    @Setting(value = "what the terms of the loss are multiplied with", defaultsTo = "{}")
        Weights weights) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if the width is not positive
   */
  public AugSelfConfig {
    Settings.of(AugSelfConfig.class, hiddenWidth, weights).check();
  }

  /**
   * What the terms of the loss are multiplied with. A term of weight 0 is left out of the graph,
   * with its head. The defaults are those of the paper for STL-10; for ImageNet100 it has 0.5.
   *
   * @param invariance the base method's dissimilarity of both views, at least 0
   * @param crop difference of the crops, at least 0
   * @param color difference of the colour jitters, at least 0
   * @param flip whether both views were flipped alike, at least 0
   */
  public record Weights(
      @Setting(value = "weight of the base method's term", defaultsTo = "1", min = 0)
          double invariance,
      @Setting(value = "weight of predicting the crops' difference", defaultsTo = "1", min = 0)
          double crop,
      @Setting(
              value = "weight of predicting the colour jitters' difference",
              defaultsTo = "1",
              min = 0)
          double color,
      @Setting(
              value = "weight of predicting whether both views were flipped alike",
              defaultsTo = "0",
              min = 0)
          double flip) {

    /**
     * Checks the settings.
     *
     * @throws io.equivar.api.config.ConfigurationException if a weight is negative, or all are 0
     */
    public Weights {
      Settings.of(Weights.class, invariance, crop, color, flip)
          .require(
              !(invariance == 0 && crop == 0 && color == 0 && flip == 0),
              "",
              "at least one weight must be greater than 0",
              "0, 0, 0, 0")
          .check();
    }
  }
}
