package io.equivar.plugin.barlowtwins;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Barlow Twins (Zbontar, Jing, Misra, LeCun and Deny 2021, "Barlow Twins: self-supervised learning
 * via redundancy reduction", section 2.1): over the batch, each column of one side's projections is
 * to correlate with the same column of the other, and with no other column. The statistics of the
 * batch take the place of negatives.
 *
 * <p>Each term has a projector {@code g}, {@link GraphContext#perceptron}. With the {@code N} rows
 * of {@code g(a)} and {@code g(b)}, columns standardised by the batch's mean and biased variance
 * {@code v} ({@code (z - mean) / sqrt(v + 1e-5)}, as in the authors' code), and their
 * cross-correlation {@code C = z_a^T z_b / N}:
 *
 * <pre>{@code
 * L = sum over i of (1 - C[i, i])^2  +  lambda  sum over i != j of C[i, j]^2      (equation 1)
 * }</pre>
 *
 * <p>Heads are applied part by part, the statistics are those of all rows. Nothing but the trained
 * weights and the heads' running statistics changes in a step.
 */
public final class BarlowTwins implements BaseModel {

  private static final float EPSILON = 1e-5f;

  private final BarlowTwinsConfig config;
  private final String location;

  /**
   * Makes the base method.
   *
   * @param location the place in the configuration, for messages
   */
  public BarlowTwins(BarlowTwinsConfig config, String location) {
    this.config = config;
    this.location = location;
  }

  /**
   * Adds the loss.
   *
   * @throws ConfigurationException if a side has fewer than two rows: there would be no statistics
   */
  @Override
  public Loss dissimilarity(GraphContext g, Pair pair) {
    Ops tf = g.tf();
    Side first = pair.first();
    Side second = pair.second();
    List<Integer> widths = config.projectorFor(pair.width());
    if (!widths.isEmpty()) {
      Layer projector =
          g.perceptron(
              "projector", pair.width(), widths.stream().mapToInt(Integer::intValue).toArray());
      first = first.map(projector);
      second = second.map(projector);
    }
    Operand<TFloat32> a = first.joined(tf);
    requireStatistics(a.shape().get(0));
    return Loss.of(loss(tf, standardize(tf, a), standardize(tf, second.joined(tf))));
  }

  private Operand<TFloat32> loss(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    int columns = Math.toIntExact(a.shape().get(1));
    Operand<TFloat32> correlations =
        tf.math.div(
            tf.linalg.matMul(a, b, MatMul.transposeA(true)), tf.constant((float) a.shape().get(0)));
    Operand<TFloat32> errors = tf.math.squaredDifference(correlations, diagonal(tf, columns, 1, 0));
    Operand<TFloat32> weights = diagonal(tf, columns, 1, (float) config.redundancyWeight());
    return tf.reduceSum(tf.math.mul(weights, errors), tf.constant(new int[] {0, 1}));
  }

  private static Operand<TFloat32> standardize(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> centred =
        tf.math.sub(rows, tf.math.mean(rows, tf.constant(0), Mean.keepDims(true)));
    Operand<TFloat32> variance =
        tf.math.mean(tf.math.square(centred), tf.constant(0), Mean.keepDims(true));
    return tf.math.mul(centred, tf.math.rsqrt(tf.math.add(variance, tf.constant(EPSILON))));
  }

  /** A square matrix with one value on the diagonal and another off it. */
  private static Operand<TFloat32> diagonal(Ops tf, int size, float on, float off) {
    return tf.oneHot(
        tf.range(tf.constant(0), tf.constant(size), tf.constant(1)),
        tf.constant(size),
        tf.constant(on),
        tf.constant(off));
  }

  private void requireStatistics(long rows) {
    if (rows < 2) {
      throw new ConfigurationException(
          new Problem(
              location,
              "must have at least 2 rows on each side, to correlate columns over them",
              Long.toString(rows),
              "Use a larger batch"));
    }
  }
}
