package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Stretches every colour of every image to the whole range: {@code (x - min) / (max - min)}, as
 * torchvision's {@code autocontrast}. A colour that is the same everywhere stays as it is.
 */
final class Autocontrast {

  private Autocontrast() {}

  static Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images) {
    Ops tf = g.tf();
    RowView view = new RowView(tf, images);
    Operand<TFloat32> minimum =
        tf.reduceMin(
            pixels(tf, images, tf.reduceMin(view.values(), tf.constant(1))), tf.constant(1));
    Operand<TFloat32> maximum =
        tf.reduceMax(
            pixels(tf, images, tf.reduceMax(view.values(), tf.constant(1))), tf.constant(1));
    Operand<TBool> uniform = tf.math.equal(minimum, maximum);
    Operand<TFloat32> offset = tf.select(uniform, tf.constant(0f), minimum);
    Operand<TFloat32> range = tf.select(uniform, tf.constant(1f), tf.math.sub(maximum, minimum));
    Operand<TFloat32> scale = tf.math.div(tf.constant(1f), range);
    return view.toImages(
        Levels.limit(
            tf,
            tf.math.mul(tf.math.sub(view.values(), view.perColor(offset)), view.perColor(scale))));
  }

  private static Operand<TFloat32> pixels(Ops tf, Operand<TFloat32> images, Operand<TFloat32> row) {
    return tf.reshape(row, tf.constant(new long[] {-1, images.shape().get(2), 3}));
  }
}
