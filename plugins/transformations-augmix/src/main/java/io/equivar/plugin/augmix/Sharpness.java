package io.equivar.plugin.augmix;

import io.equivar.api.graph.GraphContext;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Smooths or sharpens: {@code f x + (1 - f) s}, limited to [0, 1], where {@code s} is the mean of
 * the nine pixels around with the middle one counted five times; pixels at the border stay. As
 * torchvision's {@code adjust_sharpness}.
 */
final class Sharpness {

  private static final int KERNEL = 3;
  private static final float NEIGHBOUR = 1 / 13f;

  private Sharpness() {}

  static Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Links links) {
    long height = images.shape().get(1);
    long width = images.shape().get(2);
    if (height < KERNEL || width < KERNEL) {
      return images;
    }
    Ops tf = g.tf();
    // The kernel makes s - x; padded with zeros, nothing changes at the border.
    Operand<TFloat32> difference =
        tf.pad(
            tf.nn.depthwiseConv2dNative(images, kernel(tf), List.of(1L, 1L, 1L, 1L), "VALID"),
            tf.constant(new int[][] {{0, 0}, {1, 1}, {1, 1}, {0, 0}}),
            tf.constant(0f));
    RowView view = new RowView(tf, images);
    Operand<TFloat32> share = view.perImage(tf.math.sub(tf.constant(1f), links.magnitudes()));
    return view.toImages(
        Levels.limit(
            tf,
            tf.math.add(view.values(), tf.math.mul(new RowView(tf, difference).values(), share))));
  }

  private static Operand<TFloat32> kernel(Ops tf) {
    float[][][][] kernel = new float[KERNEL][KERNEL][3][1];
    for (int i = 0; i < KERNEL; i++) {
      for (int j = 0; j < KERNEL; j++) {
        for (int color = 0; color < 3; color++) {
          kernel[i][j][color][0] = i == 1 && j == 1 ? -8 * NEIGHBOUR : NEIGHBOUR;
        }
      }
    }
    return tf.constant(kernel);
  }
}
