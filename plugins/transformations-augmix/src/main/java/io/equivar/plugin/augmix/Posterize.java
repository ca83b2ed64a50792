package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Keeps the highest bits of every colour's eight, as torchvision's {@code posterize} of bytes:
 * {@code floor(u / q) q / 255} with {@code u = floor(255.999 x)} and {@code q = 2^(8 - bits)}.
 */
final class Posterize {

  private static final float BITS = 8;

  private Posterize() {}

  static Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Links links) {
    Ops tf = g.tf();
    RowView view = new RowView(tf, images);
    Operand<TFloat32> step =
        tf.math.pow(tf.constant(2f), tf.math.sub(tf.constant(BITS), links.magnitudes()));
    // 255.999 / q in one factor: q is a power of two, so that the product rounds alike.
    Operand<TFloat32> steps =
        tf.math.floor(
            tf.math.mul(
                Levels.limit(tf, view.values()),
                view.perImage(tf.math.div(tf.constant(255.999f), step))));
    return view.toImages(tf.math.mul(steps, view.perImage(Levels.toUnit(tf, step))));
  }
}
