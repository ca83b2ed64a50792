package io.equivar.core.train;

import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.VariableSpec;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Stochastic gradient descent with momentum and coupled weight decay, as PyTorch's: {@code g <- g +
 * wd w; v <- mu v + g; w <- w - lr v}.
 *
 * @param momentum {@code mu}, in [0, 1)
 * @param weightDecay {@code wd}, at least 0
 */
public record Sgd(double momentum, double weightDecay) {

  /**
   * Adds the update of one variable.
   *
   * @param gradient of the loss, of the variable's shape
   * @param learningRate a scalar
   */
  Op apply(
      ModelGraph graph,
      GraphVariable variable,
      Operand<TFloat32> gradient,
      Operand<TFloat32> learningRate) {
    Ops tf = graph.tf();
    Operand<TFloat32> decayed = gradient;
    if (weightDecay > 0 && variable.weightDecay()) {
      decayed =
          tf.math.add(gradient, tf.math.mul(variable.value(), tf.constant((float) weightDecay)));
    }
    if (momentum == 0) {
      return tf.train.resourceApplyGradientDescent(variable.handle(), learningRate, decayed);
    }
    GraphVariable velocity =
        graph.makeVariable(
            "momentum." + variable.name(),
            VariableSpec.state(
                variable.name(), Initializer.constant(0), variable.shape().asArray()));
    return tf.train.resourceApplyMomentum(
        variable.handle(), velocity.handle(), learningRate, decayed, tf.constant((float) momentum));
  }
}
