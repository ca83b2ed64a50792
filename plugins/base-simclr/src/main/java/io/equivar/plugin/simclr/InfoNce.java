package io.equivar.plugin.simclr;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/** The normalised, temperature-scaled cross-entropy of SimCLR. */
final class InfoNce {

  /** The square of the smallest length that rows are divided by. */
  private static final float SQUARED_EPSILON = 1e-24f;

  /**
   * What hides a row from itself: far below every similarity, yet finite, because the one-hot
   * labels multiply it by 0.
   */
  private static final float HIDDEN = -1e9f;

  private InfoNce() {}

  /**
   * Adds the loss of {@code a} against {@code b}, row by row.
   *
   * @param a {@code [rows, width]}, the number of rows known
   * @param b of the same shape
   */
  static Operand<TFloat32> loss(
      Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, double temperature) {
    int rows = Math.toIntExact(a.shape().get(0));
    int all = 2 * rows;
    int[] own = new int[all];
    int[] positive = new int[all];
    for (int i = 0; i < all; i++) {
      own[i] = i;
      positive[i] = (i + rows) % all;
    }
    Operand<TFloat32> z = normalize(tf, tf.concat(List.of(a, b), tf.constant(0)));
    Operand<TFloat32> similarities =
        tf.math.mul(
            tf.linalg.matMul(z, z, MatMul.transposeB(true)),
            tf.constant((float) (1 / temperature)));
    Operand<TFloat32> logits = tf.math.add(similarities, oneHot(tf, own, HIDDEN));
    Operand<TFloat32> labels = oneHot(tf, positive, 1);
    return tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(logits, labels).loss(), tf.constant(0));
  }

  /** Divides every row by its length, at least 1e-12; a row of zeros stays, with gradient 0. */
  private static Operand<TFloat32> normalize(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> squares =
        tf.reduceSum(tf.math.square(rows), tf.constant(1), ReduceSum.keepDims(true));
    return tf.math.mul(rows, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(SQUARED_EPSILON))));
  }

  private static Operand<TFloat32> oneHot(Ops tf, int[] columns, float value) {
    return tf.oneHot(
        tf.constant(columns), tf.constant(columns.length), tf.constant(value), tf.constant(0f));
  }
}
