package io.equivar.api.graph;

import io.equivar.api.Spi;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * State of the network: weights, running statistics, queues. All variables are saved in
 * checkpoints.
 *
 * <p>Within one step, everything reads the values from before the step. Updates are
 * <em>declared</em> as new values; the core assigns them when the step's losses and gradients are
 * complete, together with the optimiser's update of the trainable variables. No order of operations
 * is needed, none can go wrong.
 */
@Spi(Spi.Role.CORE)
public interface Variable {

  /** Returns the full name, levels separated by dots: {@code inv.projector.0.weight}. */
  String name();

  /** Returns the shape, all of it known. */
  Shape shape();

  /** Returns the value from before the step. */
  Operand<TFloat32> value();

  /**
   * Returns the value declared last, or {@link #value()} if none was declared: what a chain of
   * updates within one step goes on from.
   */
  Operand<TFloat32> latest();

  /**
   * Declares the value after this step. A later declaration replaces an earlier one. Ignored in a
   * graph that does not train.
   *
   * @throws IllegalStateException if the variable is trainable: those are the optimiser's
   */
  void update(Operand<TFloat32> newValue);

  /**
   * Returns the variable's moving average, {@code a <- m a + (1 - m) v} after every step, {@code m}
   * from {@code BaseModel.averaging()}. It starts as a copy of the initial value and is itself
   * never trained. Non-trainable variables are not averaged: theirs is a separate variable that
   * starts alike.
   */
  Variable averaged();
}
