package io.equivar.plugin.standard;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Images as {@code [batch, height, width * 3]}. Elementwise operations are vectorised along the
 * innermost axis, and three colours are too few for that: what differs by colour is repeated along
 * a whole row of pixels instead.
 */
final class RowView {

  private final Ops tf;
  private final long height;
  private final long width;
  private final Operand<TFloat32> values;

  RowView(Ops tf, Operand<TFloat32> images) {
    this.tf = tf;
    this.height = images.shape().get(1);
    this.width = images.shape().get(2);
    this.values = tf.reshape(images, tf.constant(new long[] {-1, height, width * 3}));
  }

  /** Returns the images in this view. */
  Operand<TFloat32> values() {
    return values;
  }

  /** Returns a number per image, {@code [batch]}, as {@code [batch, 1, 1]}. */
  <T extends TType> Operand<T> perImage(Operand<T> column) {
    return tf.reshape(column, tf.constant(new long[] {-1, 1, 1}));
  }

  /**
   * Returns a number per image and colour, {@code [batch, 3]}, as {@code [batch, 1, width * 3]}.
   */
  <T extends TType> Operand<T> perColor(Operand<T> colors) {
    return tf.reshape(
        tf.tile(colors, tf.constant(new long[] {1, width})),
        tf.constant(new long[] {-1, 1, width * 3}));
  }

  /** Returns a number per image and column, {@code [batch, width]}, for each of the colours. */
  Operand<TFloat32> perColumn(Operand<TFloat32> columns) {
    Operand<TFloat32> repeated =
        tf.tile(
            tf.reshape(columns, tf.constant(new long[] {-1, width, 1})),
            tf.constant(new long[] {1, 1, 3}));
    return tf.reshape(repeated, tf.constant(new long[] {-1, 1, width * 3}));
  }

  /** Returns a number per image and row, {@code [batch, height]}, as {@code [batch, height, 1]}. */
  Operand<TFloat32> perRow(Operand<TFloat32> rows) {
    return tf.reshape(rows, tf.constant(new long[] {-1, height, 1}));
  }

  /** Returns values of this view as images. */
  Operand<TFloat32> toImages(Operand<TFloat32> rowView) {
    return tf.reshape(rowView, tf.constant(new long[] {-1, height, width, 3}));
  }
}
