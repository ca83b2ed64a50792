package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Mirrors every image, exactly. */
final class Flip extends Deterministic {

  private final Direction direction;

  Flip(Direction direction) {
    this.direction = direction;
  }

  /** What changes places. */
  enum Direction {
    /** Left and right. */
    HORIZONTAL,
    /** Top and bottom. */
    VERTICAL
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    long height = images.shape().get(1);
    long width = images.shape().get(2);
    // With three axes, the middle one reversed, whole pixels or rows are copied.
    long[] reversedInTheMiddle =
        direction == Direction.HORIZONTAL
            ? new long[] {-1, width, 3}
            : new long[] {-1, height, width * 3};
    Operand<TFloat32> mirrored =
        tf.reverse(
            tf.reshape(images, tf.constant(reversedInTheMiddle)), tf.constant(new int[] {1}));
    return tf.reshape(mirrored, tf.constant(new long[] {-1, height, width, 3}));
  }
}
