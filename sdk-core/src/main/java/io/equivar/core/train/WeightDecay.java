package io.equivar.core.train;

import io.equivar.core.graph.GraphVariable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What pulls weights towards zero.
 *
 * @param amount factor of the weights, at least 0
 * @param biasAndNorm whether it applies to biases and to the scales and shifts of normalisation,
 *     which are the variables with a single axis
 */
public record WeightDecay(double amount, boolean biasAndNorm) {

  /** Returns whether a variable belongs to the group that is decayed. */
  boolean includes(GraphVariable variable) {
    return variable.weightDecay() && (biasAndNorm || variable.shape().numDimensions() > 1);
  }

  /** Returns {@code gradient + amount * weight} for variables of the group. */
  Operand<TFloat32> added(Ops tf, GraphVariable variable, Operand<TFloat32> gradient) {
    return amount > 0 && includes(variable)
        ? tf.math.add(gradient, tf.math.mul(variable.value(), tf.constant((float) amount)))
        : gradient;
  }
}
