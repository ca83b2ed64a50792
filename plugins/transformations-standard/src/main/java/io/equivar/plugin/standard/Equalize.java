package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Cumsum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Makes all values of every colour about equally frequent, as torchvision's {@code equalize} of
 * {@code uint8} images. With {@code u = floor(255.999 x)}, {@code below(u)} the number of pixels
 * with a smaller value and {@code step = floor((pixels - pixels of the largest value) / 255)}, the
 * result is {@code min(255, floor((below(u) + floor(step / 2)) / step)) / 255}; where {@code step}
 * is 0 it is {@code u / 255}.
 */
final class Equalize extends Deterministic {

  private static final int VALUES = 256;

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    int pixels = Math.toIntExact(images.shape().get(1) * images.shape().get(2));
    Operand<TInt32> u =
        tf.reshape(
            tf.dtypes.cast(EightBits.quantise(tf, g.images().toPlanes(images)), TInt32.class),
            tf.constant(new int[] {-1, pixels}));
    Operand<TInt32> colors = tf.shape.size(u, tf.constant(0));
    Operand<TInt32> bins = tf.math.add(u, tf.math.mul(tf.constant(VALUES), numbers(tf, colors)));
    Operand<TFloat32> histogram =
        tf.reshape(
            tf.math.bincount(
                tf.reshape(bins, tf.constant(new int[] {-1})),
                tf.reshape(tf.math.mul(colors, tf.constant(VALUES)), tf.constant(new int[0])),
                tf.constant(new float[0])),
            tf.constant(new int[] {-1, VALUES}));
    Operand<TFloat32> table = EightBits.toUnit(tf, table(tf, histogram, pixels));
    Operand<TFloat32> equalized =
        tf.gather(tf.reshape(table, tf.constant(new int[] {-1})), bins, tf.constant(0));
    return g.images()
        .fromPlanes(
            tf.reshape(
                equalized,
                tf.constant(new long[] {-1, 3, images.shape().get(1), images.shape().get(2)})));
  }

  /** Returns 0, 1, 2... as a column. */
  private static Operand<TInt32> numbers(Ops tf, Operand<TInt32> count) {
    Operand<TInt32> scalar = tf.reshape(count, tf.constant(new int[0]));
    return tf.reshape(
        tf.range(tf.constant(0), scalar, tf.constant(1)), tf.constant(new int[] {-1, 1}));
  }

  /**
   * Returns the result for every value of every colour, {@code [colours, 256]}. Counts are exact in
   * float32; the halves keep the quotients away from the whole numbers they are rounded down to.
   */
  private static Operand<TFloat32> table(Ops tf, Operand<TFloat32> histogram, int pixels) {
    Operand<TFloat32> half = tf.constant(0.5f);
    Operand<TFloat32> upTo = tf.math.cumsum(histogram, tf.constant(1));
    Operand<TFloat32> below = tf.math.cumsum(histogram, tf.constant(1), Cumsum.exclusive(true));
    Operand<TFloat32> belowLargest =
        tf.max(
            tf.select(tf.math.less(upTo, tf.constant((float) pixels)), upTo, tf.zerosLike(upTo)),
            tf.constant(1),
            org.tensorflow.op.core.Max.keepDims(true));
    Operand<TFloat32> step =
        tf.math.floor(tf.math.div(tf.math.add(belowLargest, half), tf.constant(255f)));
    Operand<TFloat32> rounding =
        tf.math.add(tf.math.floor(tf.math.div(step, tf.constant(2f))), half);
    Operand<TFloat32> atLeastOne = tf.math.maximum(step, tf.constant(1f));
    Operand<TFloat32> equalized =
        tf.math.minimum(
            tf.math.floor(tf.math.div(tf.math.add(below, rounding), atLeastOne)),
            tf.constant(255f));
    float[] values = new float[VALUES];
    for (int i = 0; i < VALUES; i++) {
      values[i] = i;
    }
    return tf.select(tf.math.greater(step, tf.constant(0f)), equalized, tf.constant(values));
  }
}
