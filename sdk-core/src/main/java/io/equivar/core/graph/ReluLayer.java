package io.equivar.core.graph;

import io.equivar.api.graph.Layer;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** {@code y = max(x, 0)}. */
record ReluLayer(Ops tf) implements Layer {

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> input) {
    return tf.nn.relu(input);
  }

  @Override
  public Layer averaged() {
    return this;
  }
}
