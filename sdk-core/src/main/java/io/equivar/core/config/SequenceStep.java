package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.transformation.Sharing;
import java.util.List;

/**
 * Steps one after the other, as a whole applied or passed over: {@code {sequence: [grayscale,
 * gaussian-blur], probability: 0.3}}.
 */
public record SequenceStep(
    @Setting(value = "the steps, in their order", minSize = 1) List<StepConfig> steps,
    @Setting(
            value = "who is given the same coin: both images of a pair, or every image its own",
            defaultsTo = "image")
        Sharing share,
    @Setting(
            value = "how probable it is that the steps are applied",
            defaultsTo = "1",
            min = 0,
            max = 1)
        double probability)
    implements StepConfig {

  /** The key in YAML. */
  public static final String KEY = "sequence";

  /**
   * Checks the settings and keeps a copy of the steps.
   *
   * @throws io.equivar.api.config.ConfigurationException if there is no step, the probability is
   *     out of range, or a step shares what the group does not
   */
  public SequenceStep {
    steps = List.copyOf(steps);
    Settings settings = Settings.of(SequenceStep.class, steps, share, probability);
    GroupSharing.check(settings, KEY, share, steps);
    settings.check();
  }
}
