package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageOps.Interpolation;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

/**
 * A linear map about the centre of the images, one per image: the pixel at {@code (x, y)} from the
 * centre takes its colour from {@code (xx x + xy y, yx x + yy y)}. All four are {@code [batch]}.
 */
record CentredMap(
    Operand<TFloat32> xx, Operand<TFloat32> xy, Operand<TFloat32> yx, Operand<TFloat32> yy) {

  /**
   * Moves the pixels, by linear interpolation, and fills with black. As in torchvision, what is
   * partly outside is interpolated with black and then multiplied by the part that is inside.
   */
  Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images) {
    Ops tf = g.tf();
    long height = images.shape().get(1);
    long width = images.shape().get(2);
    float centreX = (width - 1) / 2f;
    float centreY = (height - 1) / 2f;
    Operand<TFloat32> zero = tf.zerosLike(xx);
    Operand<TFloat32> maps =
        tf.stack(
            List.of(
                xx,
                xy,
                offset(tf, xx, xy, centreX, centreX, centreY),
                yx,
                yy,
                offset(tf, yx, yy, centreY, centreX, centreY),
                zero,
                zero),
            Stack.axis(1L));
    RowView warped = new RowView(tf, g.images().warp(images, maps, Interpolation.BILINEAR));
    Operand<TFloat32> inside =
        tf.math.mul(
            inside(tf, warped, xx, xy, height, width, width),
            inside(tf, warped, yx, yy, height, width, height));
    return warped.toImages(tf.math.mul(warped.values(), inside));
  }

  /** Returns where the map takes the first pixel: {@code centre - (a centreX + b centreY)}. */
  private static Operand<TFloat32> offset(
      Ops tf,
      Operand<TFloat32> a,
      Operand<TFloat32> b,
      float centre,
      float centreX,
      float centreY) {
    return tf.math.sub(
        tf.constant(centre),
        tf.math.add(tf.math.mul(a, tf.constant(centreX)), tf.math.mul(b, tf.constant(centreY))));
  }

  /**
   * Returns how much of every pixel comes from inside along one axis: {@code (size + 1) / 2 - |a x
   * + b y|}, limited to [0, 1].
   */
  private static Operand<TFloat32> inside(
      Ops tf,
      RowView view,
      Operand<TFloat32> a,
      Operand<TFloat32> b,
      long height,
      long width,
      long size) {
    Operand<TFloat32> alongColumns =
        tf.math.mul(column(tf, a), tf.constant(fromCentre(Math.toIntExact(width))));
    Operand<TFloat32> alongRows =
        tf.math.mul(column(tf, b), tf.constant(fromCentre(Math.toIntExact(height))));
    Operand<TFloat32> source = tf.math.add(view.perColumn(alongColumns), view.perRow(alongRows));
    return UnitRange.limit(tf, tf.math.sub(tf.constant((size + 1) / 2f), tf.math.abs(source)));
  }

  private static Operand<TFloat32> column(Ops tf, Operand<TFloat32> perImage) {
    return tf.reshape(perImage, tf.constant(new int[] {-1, 1}));
  }

  private static float[] fromCentre(int size) {
    float[] places = new float[size];
    for (int i = 0; i < size; i++) {
      places[i] = i - (size - 1) / 2f;
    }
    return places;
  }
}
