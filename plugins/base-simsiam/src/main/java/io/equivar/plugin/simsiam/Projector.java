package io.equivar.plugin.simsiam;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.Side;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * The projection MLP: it "has BN applied to each fully-connected (fc) layer, including its output
 * fc. Its output fc has no ReLU" (section 3). The last normalisation has neither scale nor shift,
 * as in the authors' code; as heads serve training only, it needs no running statistics.
 *
 * @param perceptron all but the last normalisation
 * @param normalized whether there is a last normalisation
 */
record Projector(Ops tf, Layer perceptron, boolean normalized) {

  private static final float EPSILON = 1e-5f;

  static Projector of(
      GraphContext g, int inputs, List<Integer> widths, boolean outputNormalization) {
    return widths.isEmpty()
        ? new Projector(g.tf(), Layer.sequence(List.of()), false)
        : new Projector(
            g.tf(),
            g.perceptron(
                "projector", inputs, widths.stream().mapToInt(Integer::intValue).toArray()),
            outputNormalization);
  }

  /** Returns the projections, made part by part. */
  Side apply(Side representations) {
    return Side.of(representations.parts().stream().map(this::project).toList());
  }

  private Operand<TFloat32> project(Operand<TFloat32> rows) {
    Operand<TFloat32> projected = perceptron.apply(rows);
    return normalized ? standardize(projected) : projected;
  }

  /** {@code (z - mean) / sqrt(variance + 1e-5)}, column by column, with the biased variance. */
  private Operand<TFloat32> standardize(Operand<TFloat32> rows) {
    Operand<TFloat32> centred =
        tf.math.sub(rows, tf.math.mean(rows, tf.constant(0), Mean.keepDims(true)));
    Operand<TFloat32> variance =
        tf.math.mean(tf.math.square(centred), tf.constant(0), Mean.keepDims(true));
    return tf.math.mul(centred, tf.math.rsqrt(tf.math.add(variance, tf.constant(EPSILON))));
  }
}
