package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.transformation.Sharing;
import java.util.List;

/**
 * One of several steps, drawn in proportion to their weights: {@code {choice: [{rotation: {},
 * weight: 2}, solarize], share: pair}}.
 */
public record ChoiceStep(
    @Setting(value = "the steps to choose from", minSize = 1) List<WeightedStep> alternatives,
    @Setting(
            value = "who is given the same choice: both images of a pair, or every image its own",
            defaultsTo = "image")
        Sharing share,
    @Setting(
            value = "how probable it is that one is applied at all",
            defaultsTo = "1",
            min = 0,
            max = 1)
        double probability)
    implements StepConfig {

  /** The key in YAML. */
  public static final String KEY = "choice";

  /**
   * A step to choose.
   *
   * @param step what is done if it is chosen
   * @param weight how often it is chosen, in proportion to the other weights
   */
  public record WeightedStep(
      @Setting("the step") StepConfig step,
      @Setting(
              value = "how often it is chosen, in proportion to the other weights",
              defaultsTo = "1",
              min = 0,
              exclusiveMin = true)
          double weight) {

    /**
     * Checks the weight.
     *
     * @throws io.equivar.api.config.ConfigurationException if it is not positive
     */
    public WeightedStep {
      Settings.of(WeightedStep.class, step, weight).check();
    }
  }

  /**
   * Checks the settings and keeps a copy of the alternatives.
   *
   * @throws io.equivar.api.config.ConfigurationException if there is none, the probability is out
   *     of range, or an alternative shares what the group does not
   */
  public ChoiceStep {
    alternatives = List.copyOf(alternatives);
    Settings settings = Settings.of(ChoiceStep.class, alternatives, share, probability);
    GroupSharing.check(
        settings, KEY, share, alternatives.stream().map(WeightedStep::step).toList());
    settings.check();
  }
}
