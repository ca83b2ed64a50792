package io.equivar.plugin.moco;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The last keys of a term, a ring: new keys replace the oldest. Both variables are state, saved in
 * checkpoints.
 *
 * @param keys variable {@code queue.keys}, {@code [length, width]}, rows not normalised; at first
 *     normally distributed, so that normalised rows have random directions, as in the authors' code
 * @param position variable {@code queue.position}, {@code [1]}: where the next key goes, a whole
 *     number in {@code [0, length)}
 */
record KeyQueue(Ops tf, Variable keys, Variable position) {

  static KeyQueue of(GraphContext g, int length, int width) {
    GraphContext scope = g.scope("queue");
    return new KeyQueue(
        scope.tf(),
        scope.variable(VariableSpec.state("keys", Initializer.normal(1), length, width)),
        scope.variable(VariableSpec.state("position", Initializer.constant(0), 1)));
  }

  /** Returns the keys from before the step. */
  Operand<TFloat32> value() {
    return keys.value();
  }

  /**
   * Declares the queue after the step, with {@code newKeys} in place of as many of the oldest.
   *
   * @param newKeys {@code [rows, width]}, no more than the queue is long
   */
  void enqueue(Operand<TFloat32> newKeys) {
    int rows = Math.toIntExact(newKeys.shape().get(0));
    Operand<TFloat32> offsets =
        tf.range(tf.constant(0f), tf.constant((float) rows), tf.constant(1f));
    Operand<TFloat32> places = wrapped(tf.math.add(position.value(), offsets));
    Operand<TInt32> indices = tf.expandDims(tf.dtypes.cast(places, TInt32.class), tf.constant(1));
    keys.update(tf.tensorScatterNdUpdate(keys.value(), indices, newKeys));
    position.update(wrapped(tf.math.add(position.value(), tf.constant((float) rows))));
  }

  /** Takes places less than twice the length back into the ring. */
  private Operand<TFloat32> wrapped(Operand<TFloat32> places) {
    Operand<TFloat32> length = tf.constant((float) keys.shape().get(0));
    return tf.select(tf.math.less(places, length), places, tf.math.sub(places, length));
  }
}
