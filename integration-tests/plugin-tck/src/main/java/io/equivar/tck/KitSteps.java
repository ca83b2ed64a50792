package io.equivar.tck;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Sharing;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.pipeline.PipelineStep;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The steps that make the two views on which base methods and objectives are tried. */
final class KitSteps {

  /** The id of the step without a label. */
  static final String UNLABELLED = "kit:unlabelled";

  private KitSteps() {}

  /** Returns steps of which all have labels: one shared by pairs, one drawn for every image. */
  static List<PipelineStep> labelled() {
    return List.of(
        new PipelineStep(new Gains(true), "kit:gains", "pipeline[0].gains", Sharing.PAIR, 1),
        new PipelineStep(new Mirror(), "kit:mirror", "pipeline[1].mirror", Sharing.IMAGE, 0.75));
  }

  /** Returns a step whose parameters are no label. */
  static PipelineStep unlabelled(int place) {
    return new PipelineStep(
        new Gains(false), UNLABELLED, "pipeline[" + place + "].unlabelled", Sharing.PAIR, 1);
  }

  /** Multiplies red by one number and green by another. */
  private record Gains(boolean label) implements Transformation {

    private static final ParameterSpec PARAMETERS =
        ParameterSpec.of(
            Column.continuous("red", 0.5, 1, ""), Column.continuous("green", 0.5, 1, ""));

    @Override
    public ParameterSpec parameters() {
      return label ? PARAMETERS : PARAMETERS.withoutLabel();
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      row.set("red", random.nextDouble(0.5, 1));
      row.set("green", random.nextDouble(0.5, 1));
    }

    @Override
    public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters rows) {
      Ops tf = g.tf();
      Operand<TFloat32> blue = tf.onesLike(rows.column("red"));
      Operand<TFloat32> gains =
          tf.concat(List.of(rows.table(), tf.expandDims(blue, tf.constant(1))), tf.constant(1));
      return tf.math.mul(images, tf.reshape(gains, tf.constant(new int[] {-1, 1, 1, 3})));
    }
  }

  /** Mirrors left and right, or not. */
  private record Mirror() implements Transformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.of(Column.flag("mirrored"));
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      row.set("mirrored", random.nextInt(2));
    }

    @Override
    public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters rows) {
      Ops tf = g.tf();
      Operand<TFloat32> mirrored =
          tf.reshape(rows.column("mirrored"), tf.constant(new int[] {-1, 1, 1, 1}));
      Operand<TFloat32> difference =
          tf.math.sub(tf.reverse(images, tf.constant(new int[] {2})), images);
      return tf.math.add(images, tf.math.mul(difference, mirrored));
    }
  }
}
