package io.equivar.core.train;

import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/** How gradients become updates of the weights. */
public sealed interface Optimizer permits Sgd, Lars, Adam {

  /**
   * Adds the updates of one step. What the optimiser remembers between steps is kept in variables
   * of the graph, so that a checkpoint holds it.
   *
   * @param gradients of the loss, each of its variable's shape
   * @param learningRate a scalar
   * @return one operation for each variable, after which it has its new value
   */
  List<Op> apply(
      ModelGraph graph,
      Map<GraphVariable, Operand<TFloat32>> gradients,
      Operand<TFloat32> learningRate);
}
