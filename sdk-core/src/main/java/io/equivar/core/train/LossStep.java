package io.equivar.core.train;

import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/** Makes the step of a training that is no self-supervised one: a loss, and that is all. */
public final class LossStep {

  private LossStep() {}

  /**
   * Adds gradients and updates to a graph.
   *
   * @param loss a scalar that depends on every trainable variable
   * @param learningRate a scalar
   * @return the operation that makes a step
   * @throws IllegalArgumentException if a gradient does not reach a trainable variable
   */
  public static Op make(
      ModelGraph graph,
      Operand<TFloat32> loss,
      Optimizer optimizer,
      Operand<TFloat32> learningRate) {
    Map<GraphVariable, Operand<TFloat32>> gradients = Gradients.of(graph, loss);
    Operand<TFloat32> noAverages = graph.tf().constant(1f);
    return StepUpdates.make(graph, gradients, optimizer, learningRate, noAverages, 1).step();
  }
}
