package io.equivar.plugin.stl;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@link Stl}.
 *
 * @param transformationEncoder output widths of the layers of {@code f_T}, the last being the width
 *     of a transformation representation
 * @param weights of the three terms
 */
public record StlConfig(
    @Setting(
            value =
                "output widths of the transformation encoder's layers; the last is the width of a"
                    + " transformation representation",
            defaultsTo = "[128, 128]",
            min = 1,
            minSize = 1)
        List<Integer> transformationEncoder,
    @Setting(value = "what the terms of the loss are multiplied with", defaultsTo = "{}")
        Weights weights) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if a width is not positive
   */
  public StlConfig {
    Settings.of(StlConfig.class, transformationEncoder, weights).check();
    transformationEncoder = List.copyOf(transformationEncoder);
  }

  /**
   * What the terms of the loss are multiplied with. A term of weight 0 is left out of the graph,
   * with everything that only it would train.
   *
   * @param invariance of both views' representations, at least 0
   * @param equivariance of representations and their predictions, at least 0
   * @param transformation of transformation representations of partners, at least 0; the paper's
   *     code has 0.1 for STL-10, its appendix 0.2
   */
  public record Weights(
      @Setting(value = "weight of the invariance term", defaultsTo = "1", min = 0)
          double invariance,
      @Setting(value = "weight of the equivariance term", defaultsTo = "1", min = 0)
          double equivariance,
      @Setting(value = "weight of the transformation term", defaultsTo = "0.1", min = 0)
          double transformation) {

    /**
     * Checks the settings.
     *
     * @throws io.equivar.api.config.ConfigurationException if a weight is negative, or all are 0
     */
    public Weights {
      Settings.of(Weights.class, invariance, equivariance, transformation)
          .require(
              !(invariance == 0 && equivariance == 0 && transformation == 0),
              "",
              "at least one weight must be greater than 0",
              "0, 0, 0")
          .check();
    }
  }
}
