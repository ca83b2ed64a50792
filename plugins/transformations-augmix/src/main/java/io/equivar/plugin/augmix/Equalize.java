package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.math.Cumsum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Makes all values of every colour about equally frequent, as torchvision's {@code equalize} of
 * bytes: a table per image and colour, made of its histogram. With {@code u = floor(255.999 x)},
 * {@code below(u)} the number of pixels with a smaller value and {@code step = floor((pixels -
 * pixels of the largest value) / 255)}, the table holds {@code min(255, floor((below(u) +
 * floor(step / 2)) / step)) / 255}; where {@code step} is 0, {@code u / 255}.
 */
final class Equalize {

  private Equalize() {}

  static Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images) {
    Ops tf = g.tf();
    long height = images.shape().get(1);
    long width = images.shape().get(2);
    Operand<TInt32> u =
        tf.reshape(
            tf.dtypes.cast(Levels.quantise(tf, g.images().toPlanes(images)), TInt32.class),
            tf.constant(new long[] {-1, height * width}));
    Operand<TInt32> tables = tf.reshape(tf.shape.size(u, tf.constant(0)), tf.constant(new int[0]));
    Operand<TInt32> starts =
        tf.math.mul(tf.range(tf.constant(0), tables, tf.constant(1)), tf.constant(Levels.COUNT));
    Operand<TInt32> bins = tf.math.add(u, tf.reshape(starts, tf.constant(new int[] {-1, 1})));
    Operand<TFloat32> histogram =
        tf.reshape(
            tf.math.bincount(
                tf.reshape(bins, tf.constant(new int[] {-1})),
                tf.math.mul(tables, tf.constant(Levels.COUNT)),
                tf.constant(new float[0])),
            tf.constant(new int[] {-1, Levels.COUNT}));
    Operand<TFloat32> table = Levels.toUnit(tf, table(tf, histogram, height * width));
    Operand<TFloat32> equalized =
        tf.gather(tf.reshape(table, tf.constant(new int[] {-1})), bins, tf.constant(0));
    return g.images()
        .fromPlanes(tf.reshape(equalized, tf.constant(new long[] {-1, 3, height, width})));
  }

  /**
   * Returns the result for every value of every colour, {@code [colours, 256]}. Counts are exact in
   * float32; the halves keep the quotients away from the whole numbers they are rounded down to.
   */
  private static Operand<TFloat32> table(Ops tf, Operand<TFloat32> histogram, long pixels) {
    Operand<TFloat32> half = tf.constant(0.5f);
    Operand<TFloat32> upTo = tf.math.cumsum(histogram, tf.constant(1));
    Operand<TFloat32> below = tf.math.cumsum(histogram, tf.constant(1), Cumsum.exclusive(true));
    Operand<TFloat32> belowLargest =
        tf.max(
            tf.select(tf.math.less(upTo, tf.constant((float) pixels)), upTo, tf.zerosLike(upTo)),
            tf.constant(1),
            Max.keepDims(true));
    Operand<TFloat32> step =
        tf.math.floor(tf.math.div(tf.math.add(belowLargest, half), tf.constant(255f)));
    Operand<TFloat32> rounding =
        tf.math.add(tf.math.floor(tf.math.div(step, tf.constant(2f))), half);
    Operand<TFloat32> equalized =
        tf.math.minimum(
            tf.math.floor(
                tf.math.div(tf.math.add(below, rounding), tf.math.maximum(step, tf.constant(1f)))),
            tf.constant(255f));
    float[] values = new float[Levels.COUNT];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return tf.select(tf.math.greater(step, tf.constant(0f)), equalized, tf.constant(values));
  }
}
