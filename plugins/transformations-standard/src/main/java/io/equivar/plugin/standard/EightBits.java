package io.equivar.plugin.standard;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Images as whole numbers from 0 to 255, for operations that are defined on bits and histograms.
 */
final class EightBits {

  private EightBits() {}

  /** Returns {@code floor(255.999 x)}, which for {@code x = u / 255} is {@code u}. */
  static Operand<TFloat32> quantise(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> limited = UnitRange.limit(tf, x);
    return tf.math.floor(tf.math.mul(limited, tf.constant(255.999f)));
  }

  /** Returns {@code u / 255}. */
  static Operand<TFloat32> toUnit(Ops tf, Operand<TFloat32> u) {
    return tf.math.div(u, tf.constant(255f));
  }
}
