package io.equivar.plugin.augmix;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * One link of a chain for each image of a batch.
 *
 * @param operations numbers of {@link Operation}s, {@code int32 [n]}
 * @param magnitudes {@code float32 [n]}
 */
record Links(Operand<TInt32> operations, Operand<TFloat32> magnitudes) {

  /** Returns those of some images. */
  Links of(Ops tf, Operand<TInt32> rows) {
    return new Links(
        tf.gather(operations, rows, tf.constant(0)), tf.gather(magnitudes, rows, tf.constant(0)));
  }

  /** Returns 1 for the images that need {@code operation}, else 0; {@code [n]}. */
  Operand<TFloat32> are(Ops tf, Operation operation) {
    return tf.dtypes.cast(
        tf.math.equal(operations, tf.constant(operation.number())), TFloat32.class);
  }

  /** Returns the magnitudes of the images that need {@code operation}, 0 for others. */
  Operand<TFloat32> magnitudesOf(Ops tf, Operation operation) {
    return tf.math.mul(are(tf, operation), magnitudes);
  }
}
