package io.equivar.core.train;

import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.VariableSpec;
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
 * Adam (Kingma and Ba 2015, algorithm 1) with weight decay that is added to the gradient, or
 * decoupled from it, which makes AdamW (Loshchilov and Hutter 2019, algorithm 2). In step {@code
 * t}: {@code m <- b1 m + (1 - b1) g; v <- b2 v + (1 - b2) g^2; w <- w - lr m' / (sqrt(v') + eps)}
 * with {@code m' = m / (1 - b1^t)}, {@code v' = v / (1 - b2^t)}. Decoupled decay first makes {@code
 * w <- w - lr wd w}, as PyTorch does.
 *
 * @param beta1 {@code b1}, in [0, 1)
 * @param beta2 {@code b2}, in [0, 1)
 * @param epsilon {@code eps}, greater than 0
 * @param decay {@code wd}, and what it applies to
 * @param decoupled whether the decay is kept out of the moments
 */
public record Adam(double beta1, double beta2, double epsilon, WeightDecay decay, boolean decoupled)
    implements Optimizer {

  private static final String STEPS = "adam.steps";

  @Override
  public List<Op> apply(
      ModelGraph graph,
      Map<GraphVariable, Operand<TFloat32>> gradients,
      Operand<TFloat32> learningRate) {
    Ops tf = graph.tf();
    GraphVariable steps =
        graph.makeVariable(STEPS, VariableSpec.state(STEPS, Initializer.constant(0)));
    Operand<TFloat32> step = tf.math.add(steps.value(), tf.constant(1f));
    Operand<TFloat32> first = oneMinusPower(tf, beta1, step);
    Operand<TFloat32> secondRoot = tf.math.sqrt(oneMinusPower(tf, beta2, step));
    // lr m' / (sqrt(v') + eps) = (lr sqrt(c2) / c1) m / (sqrt(v) + eps sqrt(c2)).
    Operand<TFloat32> rate = tf.math.div(tf.math.mul(learningRate, secondRoot), first);
    Operand<TFloat32> smallest = tf.math.mul(secondRoot, tf.constant((float) epsilon));
    List<Op> updates = new ArrayList<>();
    gradients.forEach(
        (weight, gradient) -> {
          List<Op> before = new ArrayList<>();
          Operand<TFloat32> moved = gradient;
          if (!decoupled) {
            moved = decay.added(tf, weight, gradient);
          } else if (decay.amount() > 0 && decay.includes(weight)) {
            before.add(shrink(tf, weight, learningRate));
          }
          updates.add(
              tf.withControlDependencies(before)
                  .train
                  .resourceApplyAdam(
                      weight.handle(),
                      Slots.zeros(graph, "adam.first", weight).handle(),
                      Slots.zeros(graph, "adam.second", weight).handle(),
                      // The corrections are in the rate already, where they are more exact.
                      tf.constant(0f),
                      tf.constant(0f),
                      rate,
                      tf.constant((float) beta1),
                      tf.constant((float) beta2),
                      smallest,
                      moved));
        });
    updates.add(tf.assignVariableOp(steps.handle(), step));
    return updates;
  }

  private Op shrink(Ops tf, GraphVariable weight, Operand<TFloat32> learningRate) {
    Operand<TFloat32> share = tf.math.mul(learningRate, tf.constant((float) decay.amount()));
    return tf.assignSubVariableOp(weight.handle(), tf.math.mul(weight.value(), share));
  }

  /** {@code 1 - beta^step}, exact also where the power is close to 1. */
  private static Operand<TFloat32> oneMinusPower(Ops tf, double beta, Operand<TFloat32> step) {
    if (beta == 0) {
      return tf.constant(1f);
    }
    return tf.math.neg(tf.math.expm1(tf.math.mul(step, tf.constant((float) Math.log(beta)))));
  }
}
