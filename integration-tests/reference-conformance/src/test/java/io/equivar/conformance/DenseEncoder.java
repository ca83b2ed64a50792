package io.equivar.conformance;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.Encoder;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The smallest encoder: one dense layer on the pixels of an image.
 *
 * @param pixels values of an image
 */
record DenseEncoder(Ops tf, Layer dense, int pixels, int width) implements Encoder {

  static DenseEncoder of(GraphContext g, int pixels, int width) {
    return new DenseEncoder(g.tf(), g.dense("dense", pixels, width, false), pixels, width);
  }

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> images) {
    return dense.apply(tf.reshape(images, tf.constant(new int[] {-1, pixels})));
  }

  @Override
  public Encoder averaged() {
    return new DenseEncoder(tf, dense.averaged(), pixels, width);
  }
}
