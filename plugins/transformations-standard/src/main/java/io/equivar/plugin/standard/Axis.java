package io.equivar.plugin.standard;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Rows or columns of pixels, {@code size} of them. An interval is given per image as two parts of
 * the axis, in [0, 1].
 */
record Axis(Ops tf, int size) {

  /**
   * Returns which pixels lie in an interval: 1 for those whose centre does, else 0.
   *
   * @param start {@code [batch]}, of the size
   * @param length {@code [batch]}, of the size
   * @return {@code [batch, size]}
   */
  Operand<TFloat32> inside(Operand<TFloat32> start, Operand<TFloat32> length) {
    Operand<TFloat32> from = tf.reshape(pixels(start), tf.constant(new long[] {-1, 1}));
    Operand<TFloat32> to =
        tf.math.add(from, tf.reshape(pixels(length), tf.constant(new long[] {-1, 1})));
    Operand<TFloat32> centres = tf.constant(centres(size));
    return tf.dtypes.cast(
        tf.math.logicalAnd(tf.math.greaterEqual(centres, from), tf.math.less(centres, to)),
        TFloat32.class);
  }

  /**
   * Returns the matrices that resize an interval to {@code newSize} pixels by linear interpolation,
   * widened when reducing so that no pixel is passed over (antialiasing): {@code A[o, j] = max(0, 1
   * - |j + 1/2 - c(o)| / max(1, s))} for the pixels {@code j} of the interval, rows divided by
   * their sum, with {@code s = length / newSize} and {@code c(o) = start + s (o + 1/2)}. An
   * interval shorter than one pixel is taken as one pixel long.
   *
   * @param start {@code [batch]}, of the size
   * @param length {@code [batch]}, of the size
   * @return {@code [batch, newSize, size]}
   */
  Operand<TFloat32> resize(Operand<TFloat32> start, Operand<TFloat32> length, int newSize) {
    Operand<TFloat32> onePixel = tf.constant(1f / size);
    Operand<TFloat32> longEnough = tf.math.maximum(length, onePixel);
    Operand<TFloat32> early = tf.math.minimum(start, tf.math.sub(tf.constant(1f), onePixel));
    Operand<TFloat32> scale = column(tf.math.div(pixels(longEnough), tf.constant((float) newSize)));
    Operand<TFloat32> positions =
        tf.reshape(tf.constant(centres(newSize)), tf.constant(new int[] {1, newSize, 1}));
    Operand<TFloat32> sources = tf.math.add(column(pixels(early)), tf.math.mul(scale, positions));
    Operand<TFloat32> distances = tf.math.abs(tf.math.sub(sources, tf.constant(centres(size))));
    Operand<TFloat32> reach = tf.math.maximum(scale, tf.constant(1f));
    Operand<TFloat32> tents =
        tf.math.maximum(
            tf.math.sub(tf.constant(1f), tf.math.div(distances, reach)), tf.constant(0f));
    Operand<TFloat32> weights =
        tf.math.mul(
            tents, tf.reshape(inside(early, longEnough), tf.constant(new int[] {-1, 1, size})));
    Operand<TFloat32> sums =
        tf.sum(weights, tf.constant(2), org.tensorflow.op.core.Sum.keepDims(true));
    return tf.math.div(weights, sums);
  }

  private Operand<TFloat32> pixels(Operand<TFloat32> parts) {
    return tf.math.mul(parts, tf.constant((float) size));
  }

  private Operand<TFloat32> column(Operand<TFloat32> perImage) {
    return tf.reshape(perImage, tf.constant(new int[] {-1, 1, 1}));
  }

  private static float[] centres(int count) {
    float[] centres = new float[count];
    for (int i = 0; i < count; i++) {
      centres[i] = i + 0.5f;
    }
    return centres;
  }
}
