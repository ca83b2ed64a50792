package io.equivar.plugin.augmix;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Images as {@code [batch, height, width * 3]}: elementwise operations are fast along a long
 * innermost axis, and three colours are too few.
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
  Operand<TFloat32> perImage(Operand<TFloat32> numbers) {
    return tf.reshape(numbers, tf.constant(new long[] {-1, 1, 1}));
  }

  /**
   * Returns a number per image and colour, {@code [batch, 3]}, as {@code [batch, 1, width * 3]}.
   */
  Operand<TFloat32> perColor(Operand<TFloat32> colors) {
    return tf.reshape(
        tf.tile(colors, tf.constant(new long[] {1, width})),
        tf.constant(new long[] {-1, 1, width * 3}));
  }

  /** Returns a number per row of pixels, {@code [batch, height]}, as {@code [batch, height, 1]}. */
  Operand<TFloat32> perRow(Operand<TFloat32> rows) {
    return tf.reshape(rows, tf.constant(new long[] {-1, height, 1}));
  }

  /** Returns a number per column of pixels, {@code [batch, width]}, for each of its colours. */
  Operand<TFloat32> perColumn(Operand<TFloat32> columns) {
    Operand<TFloat32> repeated =
        tf.tile(
            tf.reshape(columns, tf.constant(new long[] {-1, width, 1})),
            tf.constant(new long[] {1, 1, 3}));
    return tf.reshape(repeated, tf.constant(new long[] {-1, 1, width * 3}));
  }

  /** Returns values of this view as images. */
  Operand<TFloat32> toImages(Operand<TFloat32> rowView) {
    return tf.reshape(rowView, tf.constant(new long[] {-1, height, width, 3}));
  }
}
