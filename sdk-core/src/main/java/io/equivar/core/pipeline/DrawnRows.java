package io.equivar.core.pipeline;

import io.equivar.api.transformation.Parameters;
import io.equivar.core.image.TableParameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The rows of one view in the graph, to be taken apart step by step.
 *
 * @param tf names and scope of all operations that are added
 * @param rows {@code [batch, rowWidth]}
 */
record DrawnRows(Ops tf, Operand<TFloat32> rows) {

  /** Returns the parameters of a step. */
  Parameters parameters(PlacedStep step) {
    return new TableParameters(tf, columns(step.offset(), step.columns()), step.spec());
  }

  /** Returns the coins of a step, {@code [batch]}: 1 where it applies, else 0. */
  Operand<TFloat32> coins(PlacedStep step) {
    return tf.reshape(columns(step.coin(), 1), tf.constant(new int[] {-1}));
  }

  private Operand<TFloat32> columns(int offset, int count) {
    return tf.slice(rows, tf.constant(new int[] {0, offset}), tf.constant(new int[] {-1, count}));
  }
}
