package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Makes every image gray: all three colours become {@code 0.2989 R + 0.587 G + 0.114 B}, as
 * torchvision's {@code rgb_to_grayscale}.
 */
final class Grayscale extends Deterministic {

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    Operand<TFloat32> matrix =
        tf.reshape(tf.constant(Luminance.matrix()), tf.constant(new int[] {1, 3, 3}));
    return g.images()
        .affineColor(images, matrix, tf.zeros(tf.constant(new int[] {1, 3}), TFloat32.class));
  }
}
