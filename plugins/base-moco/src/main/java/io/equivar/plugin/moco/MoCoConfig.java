package io.equivar.plugin.moco;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@link MoCo}.
 *
 * @param temperature what similarities are divided by, greater than 0
 * @param queueLength keys that a queue holds; each term has one
 * @param momentum of the moving averages, in [0, 1]
 * @param momentumSchedule whether it rises to 1
 * @param projector output widths of the projector's layers; empty for none
 * @param hiddenNormalization whether hidden layers have batch normalisation instead of biases
 * @param otherProjectors projectors for inputs of particular widths
 */
public record MoCoConfig(
    @Setting(
            value = "what cosine similarities are divided by",
            defaultsTo = "0.2",
            min = 0,
            exclusiveMin = true)
        double temperature,
    @Setting(
            value = "keys that a queue holds; each term of the objective has one",
            defaultsTo = "65536",
            min = 1,
            max = MoCoConfig.LONGEST_QUEUE)
        int queueLength,
    @Setting(
            value = "momentum of the moving averages, at the start of the training",
            defaultsTo = "0.999",
            min = 0,
            max = 1)
        double momentum,
    @Setting(
            value = "whether the momentum stays or rises to 1 along half a cosine",
            defaultsTo = "constant")
        MomentumSchedule momentumSchedule,
    @Setting(
            value =
                "output widths of the projector's layers, none wider than its input; [] for none",
            defaultsTo = "[512, 128]",
            min = 1)
        List<Integer> projector,
    @Setting(
            value =
                "whether the projector's hidden layers have batch normalisation; false for biases in"
                    + " all layers, as MoCo v2 has them",
            defaultsTo = "true")
        boolean hiddenNormalization,
    @Setting(
            value = "projectors for inputs of particular widths, taken as they are",
            defaultsTo = "[]")
        List<InputProjector> otherProjectors) {

  /** Places in the queue are counted in {@code float32}, exact to twice this. */
  static final int LONGEST_QUEUE = 1 << 23;

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range, or two of the
   *     other projectors have one input width
   */
  public MoCoConfig {
    List<Integer> inputWidths = otherProjectors.stream().map(InputProjector::inputWidth).toList();
    Settings.of(
            MoCoConfig.class,
            temperature,
            queueLength,
            momentum,
            momentumSchedule,
            projector,
            hiddenNormalization,
            otherProjectors)
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

  /**
   * Returns the output widths of the projector for inputs of a width: those given for that width,
   * else {@link #projector} with no layer wider than the input.
   */
  List<Integer> projectorFor(int inputWidth) {
    return otherProjectors.stream()
        .filter(other -> other.inputWidth() == inputWidth)
        .findFirst()
        .map(InputProjector::projector)
        .orElseGet(() -> projector.stream().map(width -> Math.min(width, inputWidth)).toList());
  }
}
