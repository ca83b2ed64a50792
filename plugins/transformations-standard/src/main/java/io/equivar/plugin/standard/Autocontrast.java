package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Stretches every colour of every image to the whole range: {@code (x - min) / (max - min)}, as
 * torchvision's {@code autocontrast}. A colour that is the same everywhere stays as it is.
 */
final class Autocontrast extends Deterministic {

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    RowView view = new RowView(tf, images);
    long width = images.shape().get(2);
    Operand<TFloat32> rowMinimum = tf.reduceMin(view.values(), tf.constant(1));
    Operand<TFloat32> rowMaximum = tf.reduceMax(view.values(), tf.constant(1));
    Operand<TFloat32> minimum = tf.reduceMin(pixels(tf, rowMinimum, width), tf.constant(1));
    Operand<TFloat32> maximum = tf.reduceMax(pixels(tf, rowMaximum, width), tf.constant(1));
    Operand<TBool> uniform = tf.math.equal(minimum, maximum);
    Operand<TFloat32> offset = tf.select(uniform, tf.constant(0f), minimum);
    Operand<TFloat32> range = tf.select(uniform, tf.constant(1f), tf.math.sub(maximum, minimum));
    return view.toImages(
        UnitRange.limit(
            tf,
            tf.math.div(tf.math.sub(view.values(), view.perColor(offset)), view.perColor(range))));
  }

  private static Operand<TFloat32> pixels(Ops tf, Operand<TFloat32> row, long width) {
    return tf.reshape(row, tf.constant(new long[] {-1, width, 3}));
  }
}
