package io.equivar.conformance;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.Encoder;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A small encoder of images of any size that notices when they are turned: the mean colour, and the
 * means weighted by the row's and by the column's place in [-1, 1]; then a dense layer.
 */
record MomentEncoder(Ops tf, Layer dense, int width) implements Encoder {

  private static final int MOMENTS = 9;

  static MomentEncoder of(GraphContext g, int width) {
    return new MomentEncoder(g.tf(), g.dense("dense", MOMENTS, width, false), width);
  }

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> images) {
    int height = (int) images.shape().get(1);
    int breadth = (int) images.shape().get(2);
    return dense.apply(
        tf.concat(
            List.of(
                mean(images),
                mean(tf.math.mul(images, places(height, Shape.of(height, 1, 1)))),
                mean(tf.math.mul(images, places(breadth, Shape.of(breadth, 1))))),
            tf.constant(1)));
  }

  @Override
  public Encoder averaged() {
    return new MomentEncoder(tf, dense.averaged(), width);
  }

  private Operand<TFloat32> mean(Operand<TFloat32> images) {
    return tf.math.mean(images, tf.constant(new int[] {1, 2}));
  }

  private Operand<TFloat32> places(int count, Shape shape) {
    float[] places = new float[count];
    for (int i = 0; i < count; i++) {
      places[i] = 2 * (i + 0.5f) / count - 1;
    }
    return tf.constant(shape, DataBuffers.of(places));
  }
}
