package io.equivar.plugin.essl;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.VariableSpec;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** Dense, layer normalisation, ReLU, for each hidden layer; then dense. To be applied once. */
final class RotationPredictor {

  private static final float EPSILON = 1e-5f;

  private final GraphContext g;
  private final int inputs;
  private final List<Integer> hidden;
  private final int outputs;

  RotationPredictor(GraphContext g, int inputs, List<Integer> hidden, int outputs) {
    this.g = g;
    this.inputs = inputs;
    this.hidden = hidden;
    this.outputs = outputs;
  }

  /**
   * Adds the layers.
   *
   * @param rows {@code [rows, inputs]}
   * @return {@code [rows, outputs]}
   */
  Operand<TFloat32> apply(Operand<TFloat32> rows) {
    Operand<TFloat32> x = rows;
    int width = inputs;
    int place = 0;
    for (int next : hidden) {
      x = g.dense(Integer.toString(place), width, next, true).apply(x);
      x = g.tf().nn.relu(normalized(x, Integer.toString(place + 1), next));
      width = next;
      place += 3;
    }
    return g.dense(Integer.toString(place), width, outputs, true).apply(x);
  }

  /** Normalises every row to mean 0 and variance 1 (Ba et al. 2016), then scales and shifts. */
  private Operand<TFloat32> normalized(Operand<TFloat32> x, String name, int width) {
    Ops tf = g.tf();
    Operand<TFloat32> scale =
        g.variable(VariableSpec.trained(name + ".weight", Initializer.constant(1), width)).value();
    Operand<TFloat32> shift =
        g.variable(VariableSpec.trained(name + ".bias", Initializer.constant(0), width)).value();
    Operand<TFloat32> centred = tf.math.sub(x, rowMean(x, width));
    Operand<TFloat32> variance = rowMean(tf.math.square(centred), width);
    Operand<TFloat32> unit =
        tf.math.mul(centred, tf.math.rsqrt(tf.math.add(variance, tf.constant(EPSILON))));
    return tf.math.add(tf.math.mul(unit, scale), shift);
  }

  private Operand<TFloat32> rowMean(Operand<TFloat32> x, int width) {
    Ops tf = g.tf();
    return tf.math.mul(
        tf.reduceSum(x, tf.constant(1), ReduceSum.keepDims(true)), tf.constant(1f / width));
  }
}
