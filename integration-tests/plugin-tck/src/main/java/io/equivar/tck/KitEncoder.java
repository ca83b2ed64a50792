package io.equivar.tck;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.Encoder;
import io.equivar.core.graph.CoreLayers;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The smallest network with all that a backbone has: a strided convolution, batch normalisation,
 * ReLU, a second convolution, and global average pooling to {@link #WIDTH} values.
 */
record KitEncoder(Ops tf, Layer body) implements Encoder {

  static final int WIDTH = 16;

  private static final int CHANNELS = 8;

  static KitEncoder make(GraphContext g) {
    return new KitEncoder(
        g.tf(),
        Layer.sequence(
            List.of(
                g.convolution("first", 3, CHANNELS, 3, 2),
                g.batchNormalization("normalization", CHANNELS),
                CoreLayers.relu(g),
                g.convolution("second", CHANNELS, WIDTH, 3, 1))));
  }

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> images) {
    return tf.math.mean(body.apply(images), tf.constant(new int[] {1, 2}));
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public KitEncoder averaged() {
    return new KitEncoder(tf, body.averaged());
  }
}
