package io.equivar.plugin.augmix;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Colours in [0, 1], and the 256 levels of images in bytes. */
final class Levels {

  /** Number of values of a byte. */
  static final int COUNT = 256;

  private Levels() {}

  /** Returns the values limited to [0, 1]. */
  static Operand<TFloat32> limit(Ops tf, Operand<TFloat32> x) {
    return tf.math.minimum(tf.nn.relu(x), tf.constant(1f));
  }

  /** Returns {@code floor(255.999 x)}, which for {@code x = u / 255} is {@code u}. */
  static Operand<TFloat32> quantise(Ops tf, Operand<TFloat32> x) {
    return tf.math.floor(tf.math.mul(limit(tf, x), tf.constant(255.999f)));
  }

  /** Returns {@code u / 255}. */
  static Operand<TFloat32> toUnit(Ops tf, Operand<TFloat32> u) {
    return tf.math.mul(u, tf.constant(1 / 255f));
  }
}
