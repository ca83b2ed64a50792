package io.equivar.plugin.augmix;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code augmix:rand-augment}. The defaults are torchvision's.
 *
 * @param count how many operations are applied, N in the paper
 * @param magnitude how strongly, M in the paper
 * @param operations to choose from
 */
public record RandAugmentConfig(
    @Setting(
            value = "how many operations are applied one after the other (N)",
            defaultsTo = "2",
            min = 1,
            max = 16)
        int count,
    @Setting(
            value = "how strongly, the same for all operations (M)",
            defaultsTo = "9",
            min = 0,
            max = StepStrengths.LAST_STEP)
        int magnitude,
    @Setting(
            value = "what to choose from, each as likely",
            defaultsTo = RandAugmentConfig.ALL,
            minSize = 1)
        List<Operation> operations) {

  /** The fourteen operations of both papers. */
  static final String ALL =
      "[identity, autocontrast, equalize, posterize, rotate, solarize, shear-x, shear-y,"
          + " translate-x, translate-y, color, contrast, brightness, sharpness]";

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public RandAugmentConfig {
    Settings.of(RandAugmentConfig.class, count, magnitude, operations)
        .require(
            AugMixConfig.areDifferent(operations), "operations", AugMixConfig.DIFFERENT, operations)
        .check();
    operations = List.copyOf(operations);
  }
}
