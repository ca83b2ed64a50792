package io.equivar.plugin.vicreg;

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
 * VICReg (Bardes, Ponce and LeCun 2022, "VICReg: variance-invariance-covariance regularization for
 * self-supervised learning", section 4): both sides are to be alike, while over the batch every
 * column keeps a standard deviation and no two columns covary. The statistics of the batch take the
 * place of negatives.
 *
 * <p>Each term has a projector {@code g}, {@link GraphContext#perceptron}. With {@code z = g(a)}
 * and {@code z' = g(b)} of {@code N} rows and {@code D} columns, {@code v_j} and {@code C} the
 * unbiased variance of column {@code j} and covariance matrix over all rows:
 *
 * <pre>{@code
 * s(z, z') = mean over rows and columns of (z - z')^2
 * v(z)     = mean over columns j of  max(0, gamma - sqrt(v_j + epsilon))           (equation 1)
 * c(z)     = 1/D  sum over i != j of C[i, j]^2                                     (equations 3, 4)
 * L        = lambda s(z, z') + mu (v(z) + v(z')) / 2 + nu (c(z) + c(z'))
 * }</pre>
 *
 * <p>As in the authors' code, {@code s} is a mean over columns too, where the paper's equation 5
 * sums them up, and the variance term is halved for each side; the published weights 25, 25 and 1
 * belong to this form.
 *
 * <p>Heads are applied part by part, the statistics are those of all rows. Nothing but the trained
 * weights and the heads' running statistics changes in a step.
 */
public final class VicReg implements BaseModel {

  private final VicRegConfig config;
  private final String location;

  /**
   * Makes the base method.
   *
   * @param location the place in the configuration, for messages
   */
  public VicReg(VicRegConfig config, String location) {
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
    Operand<TFloat32> b = second.joined(tf);
    requireStatistics(a.shape().get(0));
    return Loss.of(loss(tf, a, b));
  }

  private Operand<TFloat32> loss(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    VicRegConfig.Weights weights = config.weights();
    Operand<TFloat32> invariance =
        tf.math.mean(tf.math.squaredDifference(a, b), tf.constant(new int[] {0, 1}));
    Operand<TFloat32> centredA = centre(tf, a);
    Operand<TFloat32> centredB = centre(tf, b);
    Operand<TFloat32> variance =
        tf.math.mul(tf.math.add(lack(tf, centredA), lack(tf, centredB)), tf.constant(0.5f));
    Operand<TFloat32> covariance = tf.math.add(covariance(tf, centredA), covariance(tf, centredB));
    return tf.math.addN(
        List.of(
            tf.math.mul(invariance, tf.constant((float) weights.invariance())),
            tf.math.mul(variance, tf.constant((float) weights.variance())),
            tf.math.mul(covariance, tf.constant((float) weights.covariance()))));
  }

  private static Operand<TFloat32> centre(Ops tf, Operand<TFloat32> rows) {
    return tf.math.sub(rows, tf.math.mean(rows, tf.constant(0), Mean.keepDims(true)));
  }

  /** {@code v}: what the columns lack of the standard deviation. */
  private Operand<TFloat32> lack(Ops tf, Operand<TFloat32> centred) {
    Operand<TFloat32> variances =
        tf.math.div(
            tf.reduceSum(tf.math.square(centred), tf.constant(0)), degreesOfFreedom(tf, centred));
    Operand<TFloat32> deviations =
        tf.math.sqrt(tf.math.add(variances, tf.constant((float) config.epsilon())));
    Operand<TFloat32> target = tf.constant((float) config.deviation());
    return tf.math.mean(tf.nn.relu(tf.math.sub(target, deviations)), tf.constant(0));
  }

  /** {@code c}: the squared covariances of different columns. */
  private static Operand<TFloat32> covariance(Ops tf, Operand<TFloat32> centred) {
    int columns = Math.toIntExact(centred.shape().get(1));
    Operand<TFloat32> covariances =
        tf.math.div(
            tf.linalg.matMul(centred, centred, MatMul.transposeA(true)),
            degreesOfFreedom(tf, centred));
    Operand<TFloat32> offDiagonal =
        tf.oneHot(
            tf.range(tf.constant(0), tf.constant(columns), tf.constant(1)),
            tf.constant(columns),
            tf.constant(0f),
            tf.constant(1f));
    return tf.math.div(
        tf.reduceSum(
            tf.math.square(tf.math.mul(covariances, offDiagonal)), tf.constant(new int[] {0, 1})),
        tf.constant((float) columns));
  }

  private static Operand<TFloat32> degreesOfFreedom(Ops tf, Operand<TFloat32> rows) {
    return tf.constant((float) (rows.shape().get(0) - 1));
  }

  private void requireStatistics(long rows) {
    if (rows < 2) {
      throw new ConfigurationException(
          new Problem(
              location,
              "must have at least 2 rows on each side, for the variance of columns",
              Long.toString(rows),
              "Use a larger batch"));
    }
  }
}
