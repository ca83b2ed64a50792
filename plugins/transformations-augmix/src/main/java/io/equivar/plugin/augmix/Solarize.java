package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** {@code x >= threshold ? 1 - x : x}, as torchvision's {@code solarize}. */
final class Solarize {

  private Solarize() {}

  static Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Links links) {
    Ops tf = g.tf();
    RowView view = new RowView(tf, images);
    Operand<TFloat32> x = view.values();
    return view.toImages(
        tf.select(
            tf.math.greaterEqual(x, view.perImage(links.magnitudes())),
            tf.math.sub(tf.constant(1f), x),
            x));
  }
}
