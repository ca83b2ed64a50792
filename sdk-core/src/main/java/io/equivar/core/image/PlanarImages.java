package io.equivar.core.image;

import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Images whose colour planes are at hand. To everyone it is {@code [batch, height, width, 3]};
 * {@link CoreImageOps} looks inside and goes on from the planes. Whichever of the two layouts
 * nobody reads is never computed, since a session runs only what the fetched values need.
 */
final class PlanarImages implements Operand<TFloat32> {

  private final Operand<TFloat32> planes;
  private final Operand<TFloat32> images;

  PlanarImages(Ops tf, Operand<TFloat32> planes) {
    this.planes = planes;
    this.images = tf.linalg.transpose(planes, tf.constant(new int[] {0, 2, 3, 1}));
  }

  /** Returns the same images as {@code [batch, 3, height, width]}. */
  Operand<TFloat32> planes() {
    return planes;
  }

  @Override
  public Operation op() {
    return images.op();
  }

  @Override
  public Output<TFloat32> asOutput() {
    return images.asOutput();
  }
}
