package io.equivar.plugin.augmix;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@code augmix:trivial-augment}. The defaults are torchvision's {@code
 * TrivialAugmentWide}.
 *
 * @param space how far the operations go
 * @param operations to choose from
 */
public record TrivialAugmentConfig(
    @Setting(
            value = "how far the operations go: wide, or standard for RandAugment's ranges",
            defaultsTo = "wide")
        Space space,
    @Setting(
            value = "what to choose from, each as likely",
            defaultsTo = RandAugmentConfig.ALL,
            minSize = 1)
        List<Operation> operations) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of its range
   */
  public TrivialAugmentConfig {
    Settings.of(TrivialAugmentConfig.class, space, operations)
        .require(
            AugMixConfig.areDifferent(operations), "operations", AugMixConfig.DIFFERENT, operations)
        .check();
    operations = List.copyOf(operations);
  }
}
