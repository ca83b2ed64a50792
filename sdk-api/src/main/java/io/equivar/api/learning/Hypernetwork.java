package io.equivar.api.learning;

import io.equivar.api.Spi;
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
 * The equivariant transformation {@code phi} of STL, SIE and their kin: a linear hypernetwork
 * {@code H} without bias turns a code {@code T} of a transformation, learned or a label, into a
 * {@code d x d} matrix, which multiplies a representation: {@code y^ = (H T) y}. Immutable.
 *
 * <p>That matrix is never made. With {@code H} of shape {@code [d, d k]}, which is PyTorch's weight
 * {@code [d d, k]} reshaped, {@code y^[o] = sum over i, m of H[o, i k + m] y[i] T[m]} is one
 * product of {@code H} with the outer products of {@code y} and {@code T}: the same result in
 * {@code d / k} times less memory.
 */
@Spi(Spi.Role.VALUE)
public final class Hypernetwork {

  private final Ops tf;
  // The moving average is as large as the weight: it is made only when it is used.
  private final Supplier<Variable> weight;
  private final int width;
  private final int codeWidth;

  private Hypernetwork(Ops tf, Supplier<Variable> weight, int width, int codeWidth) {
    this.tf = tf;
    this.weight = weight;
    this.width = width;
    this.codeWidth = codeWidth;
  }

  /**
   * Makes the variable {@code hypernetwork.weight}, {@code [d, d k]}, initialised as PyTorch's
   * linear layer from {@code k} to {@code d d}.
   *
   * @param g the scope of the variable
   * @param width {@code d}, the width of a representation
   * @param codeWidth {@code k}, the width of a code
   */
  public static Hypernetwork of(GraphContext g, int width, int codeWidth) {
    GraphContext scope = g.scope("hypernetwork");
    Variable weight =
        scope.variable(
            VariableSpec.trained(
                "weight",
                Initializer.uniform(1 / Math.sqrt(codeWidth)),
                width,
                (long) width * codeWidth));
    return new Hypernetwork(scope.tf(), () -> weight, width, codeWidth);
  }

  /**
   * Predicts representations.
   *
   * @param representations {@code y}, {@code [rows, d]}
   * @param codes {@code T}, {@code [rows, k]}
   * @return {@code y^}, {@code [rows, d]}
   */
  public Operand<TFloat32> apply(Operand<TFloat32> representations, Operand<TFloat32> codes) {
    Operand<TFloat32> outer =
        tf.math.mul(
            tf.expandDims(representations, tf.constant(2)), tf.expandDims(codes, tf.constant(1)));
    Operand<TFloat32> flat = tf.reshape(outer, tf.constant(new int[] {-1, width * codeWidth}));
    return tf.linalg.matMul(flat, weight.get().value(), MatMul.transposeB(true));
  }

  /** Returns the hypernetwork with the moving average of its weight, made on demand. */
  public Hypernetwork averaged() {
    return new Hypernetwork(tf, () -> weight.get().averaged(), width, codeWidth);
  }
}
