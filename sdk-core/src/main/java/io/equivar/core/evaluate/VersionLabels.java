package io.equivar.core.evaluate;

import io.equivar.api.transformation.Sharing;
import io.equivar.core.pipeline.ParameterTable;
import io.equivar.core.pipeline.Pipeline;
import java.util.List;
import java.util.Optional;

/**
 * What was done to an image by the steps that pairs share and that have a label, as numbers in [0,
 * 1]: for each step 1 or 0 for whether it applied, if it passes over some images, then its
 * parameters scaled from their ranges. Those of a step that did not apply are .5.
 */
final class VersionLabels {

  private final List<ParameterScale> scales;
  private final int width;

  private VersionLabels(List<ParameterScale> scales, int width) {
    this.scales = scales;
    this.width = width;
  }

  /** Returns the labels of a pipeline; empty if it has none. */
  static Optional<VersionLabels> of(Pipeline pipeline) {
    List<ParameterScale> scales =
        pipeline.steps().stream()
            .filter(step -> !step.step().isDeterministic())
            .filter(step -> step.step().sharing() == Sharing.PAIR && step.spec().isLabel())
            .map(ParameterScale::of)
            .toList();
    int width =
        scales.stream()
            .mapToInt(
                scale -> scale.columns().size() + (scale.step().step().isConditional() ? 1 : 0))
            .sum();
    return width == 0 ? Optional.empty() : Optional.of(new VersionLabels(scales, width));
  }

  /** Returns the label of an image's version. */
  double[] of(ParameterTable drawn, int image) {
    double[] label = new double[width];
    int start = 0;
    for (ParameterScale scale : scales) {
      if (scale.step().step().isConditional()) {
        label[start++] = drawn.applied(ParameterScale.VERSION, image, scale.step()) ? 1 : 0;
      }
      scale.write(drawn, image, label, start);
      start += scale.columns().size();
    }
    return label;
  }

  /** Returns the mean squared distance of two labels, in [0, 1]. */
  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum / a.length;
  }
}
