package io.equivar.core.graph;

import io.equivar.api.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** A variable of a network that is done: a constant. */
record FrozenVariable(String name, Shape shape, Operand<TFloat32> value) implements Variable {

  @Override
  public Operand<TFloat32> latest() {
    return value;
  }

  @Override
  public void update(Operand<TFloat32> newValue) {
    // Ignored, as in every graph that does not train.
  }

  @Override
  public Variable averaged() {
    throw new IllegalStateException("a frozen network has no moving average of " + name);
  }
}
