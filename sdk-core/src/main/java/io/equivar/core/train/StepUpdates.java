package io.equivar.core.train;

import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Everything that changes a variable at the end of a step: the optimiser, then the moving averages,
 * which follow the weights as the optimiser left them; declared values; and, where gradients of
 * several batches make one update, their sum.
 *
 * @param step the operation that updates all
 * @param accumulation the operation that adds the gradients up and updates no weight; empty where
 *     every batch updates the weights
 */
record StepUpdates(Op step, Optional<Op> accumulation) {

  /**
   * Adds the updates to a graph.
   *
   * @param batches number of batches whose mean gradient makes an update, at least 1
   * @param averagingMomentum {@code m} of the moving averages
   */
  static StepUpdates make(
      ModelGraph graph,
      Map<GraphVariable, Operand<TFloat32>> gradients,
      Optimizer optimizer,
      Operand<TFloat32> learningRate,
      Operand<TFloat32> averagingMomentum,
      int batches) {
    List<Op> declared = declared(graph);
    if (batches == 1) {
      List<Op> all = new ArrayList<>(declared);
      List<Op> updates = optimizer.apply(graph, gradients, learningRate);
      all.addAll(updates);
      all.addAll(averages(graph, updates, averagingMomentum));
      return new StepUpdates(graph.tf().withControlDependencies(all).noOp(), Optional.empty());
    }
    Ops tf = graph.tf();
    List<Op> accumulation = new ArrayList<>(declared);
    Map<GraphVariable, Operand<TFloat32>> means = new LinkedHashMap<>();
    Map<GraphVariable, GraphVariable> sums = new LinkedHashMap<>();
    gradients.forEach(
        (weight, gradient) -> {
          GraphVariable sum = Slots.zeros(graph, "accumulated", weight);
          Operand<TFloat32> share = tf.math.mul(gradient, tf.constant(1f / batches));
          Operand<TFloat32> added = tf.math.add(sum.value(), share);
          sums.put(weight, sum);
          means.put(weight, added);
          accumulation.add(tf.assignVariableOp(sum.handle(), added));
        });
    List<Op> step = new ArrayList<>(declared);
    List<Op> updates = optimizer.apply(graph, means, learningRate);
    step.addAll(updates);
    step.addAll(averages(graph, updates, averagingMomentum));
    Ops after = tf.withControlDependencies(updates);
    sums.forEach(
        (weight, sum) ->
            step.add(after.assignVariableOp(sum.handle(), after.zerosLike(weight.value()))));
    return new StepUpdates(
        tf.withControlDependencies(step).noOp(),
        Optional.of(tf.withControlDependencies(accumulation).noOp()));
  }

  private static List<Op> declared(ModelGraph graph) {
    List<Op> updates = new ArrayList<>();
    for (GraphVariable variable : graph.variables()) {
      variable
          .declared()
          .ifPresent(
              value ->
                  updates.add(
                      // Whatever reads the variable in this step does so before it changes.
                      graph
                          .tf()
                          .withControlDependencies(variable.value())
                          .assignVariableOp(variable.handle(), value)));
    }
    return updates;
  }

  private static List<Op> averages(
      ModelGraph graph, List<Op> updates, Operand<TFloat32> averagingMomentum) {
    Ops trained = graph.tf().withControlDependencies(updates);
    List<Op> averages = new ArrayList<>();
    for (GraphVariable variable : graph.variables()) {
      variable
          .follows()
          .ifPresent(
              original -> averages.add(move(trained, variable, original, averagingMomentum)));
    }
    return averages;
  }

  /** {@code a <- m a + (1 - m) w}, with the weights as the optimiser has just left them. */
  private static Op move(
      Ops trained, GraphVariable average, GraphVariable original, Operand<TFloat32> momentum) {
    Operand<TFloat32> weight = trained.readVariableOp(original.handle(), TFloat32.class);
    Operand<TFloat32> kept = trained.math.mul(average.value(), momentum);
    Operand<TFloat32> share = trained.math.sub(trained.constant(1f), momentum);
    return trained.assignVariableOp(
        average.handle(), trained.math.add(kept, trained.math.mul(weight, share)));
  }
}
