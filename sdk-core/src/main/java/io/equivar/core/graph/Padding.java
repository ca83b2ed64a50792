package io.equivar.core.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Pixels of one value around images. */
final class Padding {

  private Padding() {}

  /**
   * Adds {@code size} rows and columns on every side.
   *
   * @param images {@code [batch, height, width, channels]}
   * @param value of all channels of the pixels added
   */
  static Operand<TFloat32> spatial(Ops tf, Operand<TFloat32> images, int size, float value) {
    return tf.pad(
        images,
        tf.constant(new int[][] {{0, 0}, {size, size}, {size, size}, {0, 0}}),
        tf.constant(value));
  }
}
