package io.equivar.plugin.stl;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * The equivariant transformation {@code phi}: a linear hypernetwork {@code H} without bias turns a
 * transformation representation {@code T} into a {@code d x d} matrix, which multiplies a
 * representation: {@code y^ = (H T) y}.
 *
 * <p>That matrix is never made. With {@code H} of shape {@code [d, d k]}, which is PyTorch's weight
 * {@code [d d, k]} reshaped, {@code y^[o] = sum over i, m of H[o, i k + m] y[i] T[m]} is one
 * product of {@code H} with the outer products of {@code y} and {@code T}: the same result in
 * {@code d / k} times less memory.
 *
 * @param weight gives {@code H}; its moving average, as large, is made only when it is used
 */
record Hypernetwork(Ops tf, Supplier<Variable> weight, int width, int transformationWidth) {

  /**
   * Makes the variable {@code hypernetwork.weight}, initialised as PyTorch's linear layer from
   * {@code k} to {@code d d}.
   *
   * @param width {@code d}
   * @param transformationWidth {@code k}
   */
  static Hypernetwork of(GraphContext g, int width, int transformationWidth) {
    GraphContext scope = g.scope("hypernetwork");
    Variable weight =
        scope.variable(
            VariableSpec.trained(
                "weight",
                Initializer.uniform(1 / Math.sqrt(transformationWidth)),
                width,
                (long) width * transformationWidth));
    return new Hypernetwork(scope.tf(), () -> weight, width, transformationWidth);
  }

  /**
   * Predicts representations.
   *
   * @param representations {@code y}, {@code [rows, d]}
   * @param transformations {@code T}, {@code [rows, k]}
   * @return {@code y^}, {@code [rows, d]}
   */
  Operand<TFloat32> apply(Operand<TFloat32> representations, Operand<TFloat32> transformations) {
    Operand<TFloat32> outer =
        tf.math.mul(
            tf.expandDims(representations, tf.constant(2)),
            tf.expandDims(transformations, tf.constant(1)));
    Operand<TFloat32> flat =
        tf.reshape(outer, tf.constant(new int[] {-1, width * transformationWidth}));
    return tf.linalg.matMul(flat, weight.get().value(), MatMul.transposeB(true));
  }

  /** Returns the hypernetwork with the moving average of its weight. */
  Hypernetwork averaged() {
    return new Hypernetwork(tf, () -> weight.get().averaged(), width, transformationWidth);
  }
}
