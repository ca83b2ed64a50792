package io.equivar.core.graph;

import io.equivar.api.graph.Layer;
import io.equivar.api.graph.Variable;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/** {@code y = x W^T (+ b)}. */
record DenseLayer(Ops tf, Variable weight, Optional<? extends Variable> bias) implements Layer {

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> input) {
    Operand<TFloat32> product = tf.linalg.matMul(input, weight.value(), MatMul.transposeB(true));
    return bias.isPresent() ? tf.nn.biasAdd(product, bias.get().value()) : product;
  }

  @Override
  public Layer averaged() {
    return new DenseLayer(tf, weight.averaged(), bias.map(Variable::averaged));
  }
}
