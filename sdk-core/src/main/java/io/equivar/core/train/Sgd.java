package io.equivar.core.train;

import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Stochastic gradient descent with momentum and coupled weight decay, as PyTorch's: {@code g <- g +
 * wd w; v <- mu v + g; w <- w - lr v}.
 *
 * @param momentum {@code mu}, in [0, 1)
 * @param decay {@code wd}, and what it applies to
 */
public record Sgd(double momentum, WeightDecay decay) implements Optimizer {

  /**
   * Makes an optimiser that decays all weights.
   *
   * @param weightDecay {@code wd}, at least 0
   */
  public Sgd(double momentum, double weightDecay) {
    this(momentum, new WeightDecay(weightDecay, true));
  }

  @Override
  public List<Op> apply(
      ModelGraph graph,
      Map<GraphVariable, Operand<TFloat32>> gradients,
      Operand<TFloat32> learningRate) {
    Ops tf = graph.tf();
    List<Op> updates = new ArrayList<>();
    gradients.forEach(
        (weight, gradient) ->
            updates.add(
                descend(graph, weight, decay.added(tf, weight, gradient), learningRate, momentum)));
    return updates;
  }

  /** {@code v <- mu v + g; w <- w - lr v}. */
  static Op descend(
      ModelGraph graph,
      GraphVariable weight,
      Operand<TFloat32> gradient,
      Operand<TFloat32> learningRate,
      double momentum) {
    Ops tf = graph.tf();
    if (momentum == 0) {
      return tf.train.resourceApplyGradientDescent(weight.handle(), learningRate, gradient);
    }
    GraphVariable velocity = Slots.zeros(graph, "momentum", weight);
    return tf.train.resourceApplyMomentum(
        weight.handle(), velocity.handle(), learningRate, gradient, tf.constant((float) momentum));
  }
}
