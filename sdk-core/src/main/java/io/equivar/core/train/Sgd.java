package io.equivar.core.train;

import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
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
    List<Op> updates = new ArrayList<>();
    gradients.forEach(
        (weight, gradient) -> updates.add(update(graph, weight, gradient, learningRate)));
    return updates;
  }

  private Op update(
      ModelGraph graph,
      GraphVariable weight,
      Operand<TFloat32> gradient,
      Operand<TFloat32> learningRate) {
    if (momentum == 0 || decay.amount() == 0 || !decay.includes(weight)) {
      return descend(
          graph, weight, decay.added(graph.tf(), weight, gradient), learningRate, momentum);
    }
    return descendDecayed(graph, weight, gradient, learningRate);
  }

  /**
   * As {@link #descend} of the gradient with the decay added, but the decay goes into the velocity,
   * {@code v <- v + (wd / mu) w}, and so takes no memory of the weight's size. What reads the
   * weight does so before it changes; otherwise TensorFlow would copy it.
   */
  private Op descendDecayed(
      ModelGraph graph,
      GraphVariable weight,
      Operand<TFloat32> gradient,
      Operand<TFloat32> learningRate) {
    Ops tf = graph.tf();
    List<Operation> before = new ArrayList<>(readers(weight));
    GraphVariable velocity = Slots.zeros(graph, "momentum", weight);
    float share = (float) (-decay.amount() / momentum);
    before.add(
        tf.train
            .resourceApplyGradientDescent(velocity.handle(), tf.constant(share), weight.value())
            .op());
    return tf.withControlDependencyOps(before)
        .train
        .resourceApplyMomentum(
            weight.handle(),
            velocity.handle(),
            learningRate,
            gradient,
            tf.constant((float) momentum));
  }

  /**
   * Returns what reads the weight, but for operations whose results nobody takes, such as the
   * gradient of the images: to wait for one would have it computed.
   */
  private static List<GraphOperation> readers(GraphVariable weight) {
    return ((GraphOperation) weight.value().op())
        .consumers().stream()
            .filter(reader -> reader.numOutputs() == 0 || !reader.consumers().isEmpty())
            .toList();
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
