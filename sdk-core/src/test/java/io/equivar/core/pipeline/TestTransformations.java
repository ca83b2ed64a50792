package io.equivar.core.pipeline;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Sharing;
import io.equivar.api.transformation.Transformation;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Transformations small enough to compute by hand. */
final class TestTransformations {

  private TestTransformations() {}

  static PipelineStep step(String name, Transformation t, Sharing sharing, double probability) {
    return new PipelineStep(t, "test:" + name, "pipeline[0]." + name, sharing, probability);
  }

  /** Adds {@code amount}, drawn from [1, 2); 0 changes nothing, if {@code identity}. */
  record Shift(boolean hasIdentity) implements Transformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.of(
          Column.continuous("amount", 0, 2, ""), Column.continuous("unused", 0, 1, ""));
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      row.set("amount", 1 + random.nextDouble());
      row.set("unused", random.nextDouble());
    }

    @Override
    public boolean identity(Row row) {
      if (hasIdentity) {
        row.set("amount", 0);
        row.set("unused", 0);
      }
      return hasIdentity;
    }

    @Override
    public Operand<TFloat32> apply(
        GraphContext g, Operand<TFloat32> images, Parameters parameters) {
      Ops tf = g.tf();
      return tf.math.add(
          images, tf.reshape(parameters.column("amount"), tf.constant(new int[] {-1, 1, 1, 1})));
    }
  }

  /** Doubles every value: nothing is random. */
  record Twice() implements Transformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.none();
    }

    @Override
    public void sample(RandomGenerator random, Row row) {}

    @Override
    public Operand<TFloat32> apply(
        GraphContext g, Operand<TFloat32> images, Parameters parameters) {
      return g.tf().math.mul(images, g.tf().constant(2f));
    }
  }

  /** Cuts the top left pixel out; says that it makes images of {@code declared}. */
  record TopLeft(ImageShape declared) implements Transformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.none();
    }

    @Override
    public ImageShape outputShape(ImageShape input) {
      return declared;
    }

    @Override
    public void sample(RandomGenerator random, Row row) {}

    @Override
    public Operand<TFloat32> apply(
        GraphContext g, Operand<TFloat32> images, Parameters parameters) {
      Ops tf = g.tf();
      return tf.slice(
          images, tf.constant(new int[] {0, 0, 0, 0}), tf.constant(new int[] {-1, 1, 1, 3}));
    }
  }
}
