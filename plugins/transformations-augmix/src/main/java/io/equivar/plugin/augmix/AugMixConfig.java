package io.equivar.plugin.augmix;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.HashSet;
import java.util.List;

/**
 * Configures {@code augmix:augmix}. The defaults are those of the authors' {@code cifar.py}.
 *
 * @param width number of chains that are mixed
 * @param depth fewest and most operations in a chain
 * @param severity the strongest level that is drawn
 * @param alpha of the Dirichlet and Beta distributions of the weights
 * @param operations to choose from
 */
public record AugMixConfig(
    @Setting(value = "number of chains that are mixed", defaultsTo = "3", min = 1, max = 16)
        int width,
    @Setting(
            value = "fewest and most operations in a chain, each number as likely",
            defaultsTo = "[1, 3]",
            min = 1,
            max = 16,
            minSize = 2,
            maxSize = 2)
        List<Integer> depth,
    @Setting(
            value = "the strongest level that is drawn; 10 is the end of every operation's range",
            defaultsTo = "3",
            min = SeverityStrengths.LOWEST,
            max = 10)
        double severity,
    @Setting(
            value = "of the Dirichlet and Beta distributions of the weights; 1 is uniform",
            defaultsTo = "1",
            min = 0.01,
            max = 1000)
        double alpha,
    @Setting(
            value = "what a chain is made of, each as likely",
            defaultsTo =
                "[autocontrast, equalize, posterize, rotate, solarize, shear-x, shear-y,"
                    + " translate-x, translate-y]",
            minSize = 1)
        List<Operation> operations) {

  /** The rule that every list of operations keeps. */
  static final String DIFFERENT = "must name every operation once";

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public AugMixConfig {
    Settings.of(AugMixConfig.class, width, depth, severity, alpha, operations)
        .require(
            depth.size() != 2 || depth.get(0) <= depth.get(1),
            "depth",
            "must be [fewest, most]",
            depth)
        .require(areDifferent(operations), "operations", DIFFERENT, operations)
        .check();
    depth = List.copyOf(depth);
    operations = List.copyOf(operations);
  }

  /** Tells whether no operation is named twice. */
  static boolean areDifferent(List<Operation> operations) {
    return new HashSet<>(operations).size() == operations.size();
  }
}
