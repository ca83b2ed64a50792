package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageOps.Interpolation;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

/**
 * Rotation about the centre, shears about the upper left corner, translations by whole pixels: one
 * affine map per image, read by linear interpolation. What comes from outside is black; what is
 * partly outside is interpolated with black and then multiplied by the part that is inside, as
 * torchvision does with tensors.
 *
 * <p>The pixel {@code (x, y)} takes its colour from {@code (xx x + xy y + dx, yx x + yy y + dy)}.
 * PIL counts pixels from their corners, torchvision from their centres: the upper left corner of
 * the image is {@code (-1/2, -1/2)} here.
 */
final class Warp {

  private static final float CORNER = -0.5f;

  private final Ops tf;
  private final Links links;
  private final int height;
  private final int width;

  private Warp(Ops tf, Operand<TFloat32> images, Links links) {
    this.tf = tf;
    this.links = links;
    this.height = Math.toIntExact(images.shape().get(1));
    this.width = Math.toIntExact(images.shape().get(2));
  }

  static Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Links links) {
    return new Warp(g.tf(), images, links).apply(g, images);
  }

  private Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images) {
    Operand<TFloat32> radians =
        tf.math.mul(
            links.magnitudesOf(tf, Operation.ROTATE), tf.constant((float) Math.toRadians(1)));
    Operand<TFloat32> cosine = tf.math.cos(radians);
    Operand<TFloat32> sine = tf.math.sin(radians);
    Operand<TFloat32> xy = tf.math.sub(links.magnitudesOf(tf, Operation.SHEAR_X), sine);
    Operand<TFloat32> yx = tf.math.add(links.magnitudesOf(tf, Operation.SHEAR_Y), sine);
    Operand<TFloat32> fixedX = fixedPoint(width);
    Operand<TFloat32> fixedY = fixedPoint(height);
    Operand<TFloat32> dx =
        tf.math.sub(
            fixedX,
            tf.math.add(
                tf.math.add(tf.math.mul(cosine, fixedX), tf.math.mul(xy, fixedY)),
                wholePixels(Operation.TRANSLATE_X, width)));
    Operand<TFloat32> dy =
        tf.math.sub(
            fixedY,
            tf.math.add(
                tf.math.add(tf.math.mul(yx, fixedX), tf.math.mul(cosine, fixedY)),
                wholePixels(Operation.TRANSLATE_Y, height)));
    Operand<TFloat32> zero = tf.zerosLike(cosine);
    Operand<TFloat32> maps =
        tf.stack(List.of(cosine, xy, dx, yx, cosine, dy, zero, zero), Stack.axis(1L));
    RowView warped = new RowView(tf, g.images().warp(images, maps, Interpolation.BILINEAR));
    Operand<TFloat32> inside =
        tf.math.mul(inside(warped, cosine, xy, dx, width), inside(warped, yx, cosine, dy, height));
    return warped.toImages(tf.math.mul(warped.values(), inside));
  }

  /** Returns the coordinate that the map leaves in place: the centre for rotations. */
  private Operand<TFloat32> fixedPoint(int size) {
    return tf.math.add(
        tf.constant(CORNER), tf.math.mul(links.are(tf, Operation.ROTATE), tf.constant(size / 2f)));
  }

  private Operand<TFloat32> wholePixels(Operation translation, int size) {
    return tf.math.rint(
        tf.math.mul(links.magnitudesOf(tf, translation), tf.constant((float) size)));
  }

  /**
   * Returns how much of every pixel comes from inside along one axis: {@code (size + 1) / 2 - |s -
   * (size - 1) / 2|}, limited to [0, 1], where {@code s = a x + b y + c} is its source.
   */
  private Operand<TFloat32> inside(
      RowView view, Operand<TFloat32> a, Operand<TFloat32> b, Operand<TFloat32> c, int size) {
    Operand<TFloat32> fromCentre =
        tf.math.add(
            tf.math.mul(column(a), tf.constant(places(width))),
            tf.math.sub(column(c), tf.constant((size - 1) / 2f)));
    Operand<TFloat32> source =
        tf.math.add(
            view.perColumn(fromCentre),
            view.perRow(tf.math.mul(column(b), tf.constant(places(height)))));
    return Levels.limit(tf, tf.math.sub(tf.constant((size + 1) / 2f), tf.math.abs(source)));
  }

  private Operand<TFloat32> column(Operand<TFloat32> numbers) {
    return tf.reshape(numbers, tf.constant(new int[] {-1, 1}));
  }

  private static float[] places(int size) {
    float[] places = new float[size];
    for (int i = 0; i < size; i++) {
      places[i] = i;
    }
    return places;
  }
}
