package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.transformation.Sharing;
import io.equivar.api.transformation.StepFactory;

/**
 * A transformation. In YAML its name is a key beside the other two: {@code {color-jitter: {hue:
 * 0.1}, share: pair, probability: 0.8}}.
 */
public record TransformationStep(
    @Setting("the transformation") PluginChoice<StepFactory<?>> transformation,
    @Setting(
            value =
                "who is given the same parameters: both images of a pair, or every image its own;"
                    + " inside a group as the group says, unless given",
            defaultsTo = "image")
        Sharing share,
    @Setting(
            value = "how probable it is that the transformation is applied",
            defaultsTo = "1",
            min = 0,
            max = 1)
        double probability)
    implements StepConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if the probability is out of range
   */
  public TransformationStep {
    Settings.of(TransformationStep.class, transformation, share, probability).check();
  }
}
