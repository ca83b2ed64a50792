package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageOps;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/**
 * Colour, contrast and brightness, {@code f x + (1 - f) y} limited to [0, 1], where {@code y} is
 * the pixel's gray, the image's mean gray, or black, as torchvision's {@code adjust_saturation},
 * {@code adjust_contrast} and {@code adjust_brightness}: one 3 x 3 product and a bias.
 */
final class Blend {

  /** ITU-R BT.601, rounded as in torchvision. */
  private static final float[] LUMINANCE = {0.2989f, 0.587f, 0.114f};

  private Blend() {}

  static Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Links links) {
    Ops tf = g.tf();
    ImageOps ops = g.images();
    Operand<TFloat32> rest = tf.math.sub(tf.constant(1f), links.magnitudes());
    Operand<TFloat32> grayPart = tf.math.mul(rest, links.are(tf, Operation.COLOR));
    Operand<TFloat32> meanPart = tf.math.mul(rest, links.are(tf, Operation.CONTRAST));
    float[] gray = new float[9];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = LUMINANCE[i % 3];
    }
    Operand<TFloat32> matrices =
        tf.math.add(
            tf.math.mul(
                column(tf, links.magnitudes()),
                tf.constant(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1})),
            tf.math.mul(column(tf, grayPart), tf.constant(gray)));
    Operand<TFloat32> meanGray =
        tf.sum(
            tf.math.mul(ops.channelMeans(images), tf.constant(LUMINANCE)),
            tf.constant(1),
            Sum.keepDims(true));
    Operand<TFloat32> bias =
        tf.math.mul(
            tf.math.mul(column(tf, meanPart), meanGray), tf.constant(new float[] {1, 1, 1}));
    Operand<TFloat32> mapped =
        ops.affineColor(images, tf.reshape(matrices, tf.constant(new int[] {-1, 3, 3})), bias);
    return ops.fromPlanes(Levels.limit(tf, ops.toPlanes(mapped)));
  }

  private static Operand<TFloat32> column(Ops tf, Operand<TFloat32> numbers) {
    return tf.reshape(numbers, tf.constant(new int[] {-1, 1}));
  }
}
