package ${package};

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
 * Alignment and uniformity (Wang and Isola 2020, "Understanding contrastive representation learning
 * through alignment and uniformity on the hypersphere", section 4). With {@code z} the projections
 * divided by their lengths, row {@code i} of one side the positive of row {@code i} of the other:
 *
 * <pre>{@code
 * L = mean over i of |z1_i - z2_i|^2
 *   + w / 2 (U(z1) + U(z2)),   U(z) = log mean over i != j of exp(-2 |z_i - z_j|^2)
 * }</pre>
 */
record ${className}(${className}Config config, String location) implements BaseModel {

  /** The square of the smallest length that rows are divided by. */
  private static final float SQUARED_EPSILON = 1e-24f;

  /** Called once for each term of the objective, each time with a scope and heads of its own. */
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
    Ops tf = g.tf();
    Operand<TFloat32> z1 = normalize(tf, first.joined(tf));
    Operand<TFloat32> z2 = normalize(tf, second.joined(tf));
    int rows = Math.toIntExact(z1.shape().get(0));
    if (rows < 2) {
      throw new ConfigurationException(
          new Problem(
              location, "must have at least 2 rows on each side", "" + rows, "Use a larger batch"));
    }
    Operand<TFloat32> alignment =
        tf.math.mul(
            tf.reduceSum(tf.math.squaredDifference(z1, z2), tf.constant(new int[] {0, 1})),
            tf.constant(1f / rows));
    Operand<TFloat32> uniformity =
        tf.math.add(uniformity(tf, z1, rows), uniformity(tf, z2, rows));
    return Loss.of(
        tf.math.add(
            alignment,
            tf.math.mul(uniformity, tf.constant((float) (config.uniformity() / 2)))));
  }

  /** Returns {@code U(z)}; of unit vectors, {@code |a - b|^2 = 2 - 2 a . b}. */
  private static Operand<TFloat32> uniformity(Ops tf, Operand<TFloat32> z, int rows) {
    Operand<TFloat32> products = tf.linalg.matMul(z, z, MatMul.transposeB(true));
    Operand<TFloat32> kernel =
        tf.math.exp(tf.math.mul(tf.math.sub(products, tf.constant(1f)), tf.constant(4f)));
    Operand<TFloat32> others = tf.math.mul(kernel, tf.constant(exceptItself(rows)));
    Operand<TFloat32> sum = tf.reduceSum(others, tf.constant(new int[] {0, 1}));
    return tf.math.log(tf.math.mul(sum, tf.constant(1f / (rows * (rows - 1f)))));
  }

  private static Operand<TFloat32> normalize(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> squares =
        tf.reduceSum(tf.math.square(rows), tf.constant(1), ReduceSum.keepDims(true));
    return tf.math.mul(rows, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(SQUARED_EPSILON))));
  }

  private static float[][] exceptItself(int rows) {
    float[][] ones = new float[rows][rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        ones[i][j] = i == j ? 0 : 1;
      }
    }
    return ones;
  }
}
