package io.equivar.plugin.essl;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Turns square images by quarters, anticlockwise and exactly.
 *
 * @param tf names and scope of all operations that are added
 */
record QuarterTurns(Ops tf) {

  /**
   * Returns the images turned by 0, 90, 180 and 270 degrees, one block below the other.
   *
   * @param images {@code [batch, side, side, 3]}
   * @return {@code [4 batch, side, side, 3]}
   */
  Operand<TFloat32> all(Operand<TFloat32> images) {
    return tf.concat(
        List.of(
            images,
            transposed(reversed(images, 2)),
            reversed(images, 1, 2),
            reversed(transposed(images), 2)),
        tf.constant(0));
  }

  private Operand<TFloat32> reversed(Operand<TFloat32> images, int... axes) {
    return tf.reverse(images, tf.constant(axes));
  }

  private Operand<TFloat32> transposed(Operand<TFloat32> images) {
    return tf.linalg.transpose(images, tf.constant(new int[] {0, 2, 1, 3}));
  }
}
