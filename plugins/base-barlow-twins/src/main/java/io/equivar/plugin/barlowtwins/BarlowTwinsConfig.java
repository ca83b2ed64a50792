package io.equivar.plugin.barlowtwins;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@link BarlowTwins}.
 *
 * @param redundancyWeight of the elements off the diagonal, {@code lambda}, at least 0
 * @param projector output widths of the projector's layers; empty for none
 * @param otherProjectors projectors for inputs of particular widths
 */
public record BarlowTwinsConfig(
    @Setting(
            value = "lambda, the weight of the cross-correlations of different columns",
            defaultsTo = "0.0051",
            min = 0)
        double redundancyWeight,
    @Setting(
            value = "output widths of the projector's layers; [] for none",
            defaultsTo = "[512, 2048]",
            min = 1)
        List<Integer> projector,
    @Setting(value = "projectors for inputs of particular widths", defaultsTo = "[]")
        List<InputProjector> otherProjectors) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range, or two of the
   *     other projectors have one input width
   */
  public BarlowTwinsConfig {
    List<Integer> inputWidths = otherProjectors.stream().map(InputProjector::inputWidth).toList();
    Settings.of(BarlowTwinsConfig.class, redundancyWeight, projector, otherProjectors)
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

  /** Returns the output widths of the projector for inputs of a width. */
  List<Integer> projectorFor(int inputWidth) {
    return otherProjectors.stream()
        .filter(other -> other.inputWidth() == inputWidth)
        .findFirst()
        .map(InputProjector::projector)
        .orElse(projector);
  }
}
