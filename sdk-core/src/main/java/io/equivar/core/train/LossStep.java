package io.equivar.core.train;

import io.equivar.core.graph.CrashGuard;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Output;
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
    List<GraphVariable> trainable = graph.trainable();
    GradientPath.requireReached(loss, trainable);
    CrashGuard.check(graph.graph());
    Output<?>[] outputs =
        graph
            .graph()
            .addGradients(
                loss.asOutput(),
                trainable.stream().map(v -> v.value().asOutput()).toArray(Output<?>[]::new));
    Map<GraphVariable, Operand<TFloat32>> gradients = new LinkedHashMap<>();
    for (int i = 0; i < outputs.length; i++) {
      gradients.put(trainable.get(i), outputs[i].expect(TFloat32.class));
    }
    Operand<TFloat32> noAverages = graph.tf().constant(1f);
    return StepUpdates.make(graph, gradients, optimizer, learningRate, noAverages, 1).step();
  }
}
