package io.equivar.plugin.simclr;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Configures {@link SimClr}.
 *
 * @param temperature what similarities are divided by, greater than 0
 * @param projector output widths of the projector's layers; empty for none
 * @param otherProjectors projectors for inputs of particular widths
 */
public record SimClrConfig(
    @Setting(
            value = "what cosine similarities are divided by",
            defaultsTo = "0.2",
            min = 0,
            exclusiveMin = true)
        double temperature,
    @Setting(
            value =
                "output widths of the projector's layers, none wider than its input; [] for none",
            defaultsTo = "[512, 128]",
            min = 1)
        List<Integer> projector,
    @Setting(
            value = "projectors for inputs of particular widths, taken as they are",
            defaultsTo = "[]")
        List<InputProjector> otherProjectors) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range, or two of the
   *     other projectors have one input width
   */
  public SimClrConfig {
    Settings.of(SimClrConfig.class, temperature, projector, otherProjectors)
        .require(
            distinct(otherProjectors),
            "other-projectors",
            "must have different input widths",
            inputWidths(otherProjectors))
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
    Optional<InputProjector> other =
        otherProjectors.stream().filter(o -> o.inputWidth() == inputWidth).findFirst();
    return other
        .map(InputProjector::projector)
        .orElseGet(() -> projector.stream().map(width -> Math.min(width, inputWidth)).toList());
  }

  private static boolean distinct(List<InputProjector> projectors) {
    return inputWidths(projectors).size()
        == projectors.stream().collect(Collectors.groupingBy(InputProjector::inputWidth)).size();
  }

  private static List<Integer> inputWidths(List<InputProjector> projectors) {
    return projectors.stream().map(InputProjector::inputWidth).toList();
  }
}
