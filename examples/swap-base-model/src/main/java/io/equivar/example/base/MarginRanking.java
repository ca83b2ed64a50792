package io.equivar.example.base;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * A margin ranking loss: every row is more like its positive than like any other row of the other
 * side, by a margin (the sum of hinges of Frome et al. 2013, "DeViSE", equation 1, both ways).
 *
 * <p>With {@code z = g(y) / |g(y)|} the normalised projections of the {@code N} rows of each side,
 * and {@code s(i, j)} the cosine of row {@code i} of the first side with row {@code j} of the
 * second:
 *
 * <pre>{@code
 * L = 1 / (N (N - 1))  sum over i, j != i of
 *         max(0, margin + s(i, j) - s(i, i)) + max(0, margin + s(j, i) - s(i, i))
 * }</pre>
 */
final class MarginRanking implements BaseModel {

  /** The square of the smallest length that rows are divided by. */
  private static final float SQUARED_EPSILON = 1e-24f;

  private final MarginRankingConfig config;
  private final String location;

  MarginRanking(MarginRankingConfig config, String location) {
    this.config = config;
    this.location = location;
  }

  @Override
  public Loss dissimilarity(GraphContext g, Pair pair) {
    Side first = pair.first();
    Side second = pair.second();
    if (!config.projector().isEmpty()) {
      int[] widths = config.projector().stream().mapToInt(Integer::intValue).toArray();
      Layer projector = g.perceptron("projector", pair.width(), widths);
      first = first.map(projector);
      second = second.map(projector);
    }
    return ranking(g.tf(), first.joined(g.tf()), second.joined(g.tf()));
  }

  private Loss ranking(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    int rows = Math.toIntExact(a.shape().get(0));
    if (rows < 2) {
      throw new ConfigurationException(
          new Problem(
              location, "must have at least 2 rows on each side", "" + rows, "Use a larger batch"));
    }
    Operand<TFloat32> cosines =
        tf.linalg.matMul(normalize(tf, a), normalize(tf, b), MatMul.transposeB(true));
    Operand<TFloat32> own = identity(tf, rows);
    Operand<TFloat32> positives =
        tf.reduceSum(tf.math.mul(cosines, own), tf.constant(1), ReduceSum.keepDims(true));
    Operand<TFloat32> ofFirst = hinges(tf, cosines, positives);
    Operand<TFloat32> ofSecond = hinges(tf, transpose(tf, cosines), positives);
    Operand<TFloat32> negatives = tf.math.sub(tf.onesLike(own), own);
    Operand<TFloat32> sum =
        tf.reduceSum(
            tf.math.mul(tf.math.add(ofFirst, ofSecond), negatives), tf.constant(new int[] {0, 1}));
    return Loss.of(tf.math.mul(sum, tf.constant(1f / (rows * (rows - 1f)))));
  }

  private Operand<TFloat32> hinges(Ops tf, Operand<TFloat32> cosines, Operand<TFloat32> positives) {
    Operand<TFloat32> violations =
        tf.math.add(tf.math.sub(cosines, positives), tf.constant((float) config.margin()));
    return tf.nn.relu(violations);
  }

  private static Operand<TFloat32> normalize(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> squares =
        tf.reduceSum(tf.math.square(rows), tf.constant(1), ReduceSum.keepDims(true));
    return tf.math.mul(rows, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(SQUARED_EPSILON))));
  }

  private static Operand<TFloat32> transpose(Ops tf, Operand<TFloat32> matrix) {
    return tf.linalg.transpose(matrix, tf.constant(new int[] {1, 0}));
  }

  private static Operand<TFloat32> identity(Ops tf, int rows) {
    int[] places = new int[rows];
    for (int i = 0; i < rows; i++) {
      places[i] = i;
    }
    return tf.oneHot(tf.constant(places), tf.constant(rows), tf.constant(1f), tf.constant(0f));
  }
}
