package io.equivar.plugin.byol;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.util.List;

/**
 * Configures {@link Byol}.
 *
 * @param momentum of the moving averages, in [0, 1]
 * @param momentumSchedule whether it rises to 1
 * @param projector output widths of the projector's layers; empty for none
 * @param predictor output widths of the predictor's layers; empty for none
 * @param otherHeads heads for inputs of particular widths
 */
public record ByolConfig(
    @Setting(
            value = "momentum of the moving averages, at the start of the training",
            defaultsTo = "0.996",
            min = 0,
            max = 1)
        double momentum,
    @Setting(
            value = "whether the momentum stays or rises to 1 along half a cosine",
            defaultsTo = "cosine")
        MomentumSchedule momentumSchedule,
    @Setting(
            value = "output widths of the projector's layers; [] for none",
            defaultsTo = "[4096, 256]",
            min = 1)
        List<Integer> projector,
    @Setting(
            value =
                "output widths of the predictor's layers, the last as the projector's; [] for none",
            defaultsTo = "[4096, 256]",
            min = 1)
        List<Integer> predictor,
    @Setting(value = "heads for inputs of particular widths", defaultsTo = "[]")
        List<InputHeads> otherHeads) {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range, the predictor does
   *     not end as wide as the projector, or two of the other heads have one input width
   */
  public ByolConfig {
    List<Integer> inputWidths = otherHeads.stream().map(InputHeads::inputWidth).toList();
    Settings.of(ByolConfig.class, momentum, momentumSchedule, projector, predictor, otherHeads)
        .require(fit(projector, predictor), "predictor", rule(projector), predictor)
        .require(
            inputWidths.stream().distinct().count() == inputWidths.size(),
            "other-heads",
            "must have different input widths",
            inputWidths)
        .check();
    projector = List.copyOf(projector);
    predictor = List.copyOf(predictor);
    otherHeads = List.copyOf(otherHeads);
  }

  /**
   * Heads for inputs of one width.
   *
   * @param inputWidth the width of the inputs
   * @param projector output widths of the projector's layers; empty for none
   * @param predictor output widths of the predictor's layers; empty for none
   */
  public record InputHeads(
      @Setting(value = "the width of the inputs that these heads are for", min = 1) int inputWidth,
      @Setting(value = "output widths of the projector's layers; [] for none", min = 1)
          List<Integer> projector,
      @Setting(
              value =
                  "output widths of the predictor's layers, the last as the projector's; [] for"
                      + " none",
              min = 1)
          List<Integer> predictor) {

    /**
     * Checks the settings.
     *
     * @throws io.equivar.api.config.ConfigurationException if one is out of range, or the predictor
     *     does not end as wide as the projector
     */
    public InputHeads {
      Settings.of(InputHeads.class, inputWidth, projector, predictor)
          .require(fit(projector, predictor), "predictor", rule(projector), predictor)
          .check();
      projector = List.copyOf(projector);
      predictor = List.copyOf(predictor);
    }

    /** Returns the width of a projection. */
    int projectionWidth() {
      return projector.isEmpty() ? inputWidth : projector.get(projector.size() - 1);
    }

    /** Returns whether predictions are as wide as projections. */
    boolean fits() {
      return predictor.isEmpty() || predictor.get(predictor.size() - 1) == projectionWidth();
    }
  }

  /** Returns the heads for inputs of a width: those given for that width, else the usual ones. */
  InputHeads headsFor(int inputWidth) {
    return otherHeads.stream()
        .filter(heads -> heads.inputWidth() == inputWidth)
        .findFirst()
        .orElseGet(() -> new InputHeads(inputWidth, projector, predictor));
  }

  /** Without a projector the width of projections is not known yet. */
  private static boolean fit(List<Integer> projector, List<Integer> predictor) {
    return predictor.isEmpty() || projector.isEmpty() || last(projector).equals(last(predictor));
  }

  private static String rule(List<Integer> projector) {
    return "must end with the projector's last width"
        + (projector.isEmpty() ? "" : " (" + last(projector) + ")");
  }

  private static Integer last(List<Integer> widths) {
    return widths.get(widths.size() - 1);
  }
}
