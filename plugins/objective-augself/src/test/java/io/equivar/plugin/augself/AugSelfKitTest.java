package io.equivar.plugin.augself;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Sharing;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.pipeline.PipelineStep;
import io.equivar.tck.ObjectiveKit;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** AugSelf keeps the rules of the SPI. */
class AugSelfKitTest extends ObjectiveKit {

  @Override
  protected ObjectiveFactory<?> factory() {
    return new AugSelfPlugin().objectives().get(0);
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{hidden-width: 12}",
        "{hidden-width: 6, weights: {crop: 0, flip: 0.5}}",
        "{hidden-width: 8, weights: {invariance: 0, color: 0}}");
  }

  @Override
  protected List<PipelineStep> steps() {
    return List.of(
        new PipelineStep(
            Stand.in("left", "top", "width", "height"),
            "kit:random-resized-crop",
            "pipeline[0].random-resized-crop",
            Sharing.PAIR,
            1),
        new PipelineStep(
            Stand.in("brightness", "contrast", "saturation", "hue"),
            "kit:color-jitter",
            "pipeline[1].color-jitter",
            Sharing.PAIR,
            0.8),
        new PipelineStep(
            Stand.in("amount"),
            "kit:horizontal-flip",
            "pipeline[2].horizontal-flip",
            Sharing.IMAGE,
            0.5));
  }

  /** Has the parameters of a transformation that AugSelf predicts, and makes images darker. */
  private record Stand(ParameterSpec parameters) implements Transformation {

    static Stand in(String... columns) {
      return new Stand(
          ParameterSpec.of(
              Stream.of(columns).map(name -> Column.continuous(name, 0.5, 1, "")).toList()));
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      parameters.columns().forEach(c -> row.set(c.name(), random.nextDouble(0.5, 1)));
    }

    @Override
    public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters rows) {
      Operand<TFloat32> gains = rows.column(parameters.columns().get(0).name());
      return g.tf()
          .math
          .mul(images, g.tf().reshape(gains, g.tf().constant(new int[] {-1, 1, 1, 1})));
    }
  }

  @Override
  protected Map<String, String> refusedConfigurations() {
    return Map.of("{weights: {invariance: 0, crop: 0, color: 0, flip: 0}}", "weights");
  }
}
