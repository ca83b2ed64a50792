package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.transformation.Sharing;
import io.equivar.api.transformation.TransformationFactory;

/**
 * One step of the pipeline. In YAML the transformation's name is a key beside the other two: {@code
 * {color-jitter: {hue: 0.1}, share: pair, probability: 0.8}}.
 */
public record StepConfig(
    @Setting("the transformation") PluginChoice<TransformationFactory<?>> transformation,
    @Setting(
            value =
                "who is given the same parameters: both images of a pair, or every image its own",
            defaultsTo = "image")
        Sharing share,
    @Setting(
            value = "how probable it is that the transformation is applied",
            defaultsTo = "1",
            min = 0,
            max = 1)
        double probability) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if the probability is out of range
   */
  public StepConfig {
    Settings.of(StepConfig.class, transformation, share, probability).check();
  }
}
