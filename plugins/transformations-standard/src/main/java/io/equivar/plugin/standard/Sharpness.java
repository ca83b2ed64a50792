package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Smooths or sharpens: {@code f x + (1 - f) s}, clipped to [0, 1], where {@code s} is the mean of
 * the nine pixels around with the middle one counted five times; pixels at the border stay. As
 * torchvision's {@code adjust_sharpness}. Column {@code factor}; 1 is the identity for images in
 * [0, 1]. Images with fewer than three rows or columns are all border.
 */
final class Sharpness implements Transformation {

  private static final int KERNEL = 3;
  private static final float NEIGHBOUR = 1 / 13f;
  private static final float MIDDLE = 5 / 13f;

  private final Range factor;

  Sharpness(SharpnessConfig config) {
    this.factor = Range.of(config.factor());
  }

  @Override
  public ParameterSpec parameters() {
    return ParameterSpec.of(
        Column.continuous("factor", Math.min(1, factor.min()), Math.max(1, factor.max()), ""));
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("factor", factor.sample(random));
  }

  @Override
  public boolean identity(Row row) {
    row.set("factor", 1);
    return true;
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    long height = images.shape().get(1);
    long width = images.shape().get(2);
    if (height < KERNEL || width < KERNEL) {
      return images;
    }
    Ops tf = g.tf();
    Operand<TFloat32> smooth =
        tf.nn.depthwiseConv2dNative(images, kernel(tf), List.of(1L, 1L, 1L, 1L), "VALID");
    Operand<TFloat32> inner =
        tf.slice(
            images,
            tf.constant(new long[] {0, 1, 1, 0}),
            tf.constant(new long[] {-1, height - 2, width - 2, 3}));
    Operand<TFloat32> difference =
        tf.pad(
            tf.math.sub(smooth, inner),
            tf.constant(new int[][] {{0, 0}, {1, 1}, {1, 1}, {0, 0}}),
            tf.constant(0f));
    RowView view = new RowView(tf, images);
    Operand<TFloat32> share =
        view.perImage(tf.math.sub(tf.constant(1f), parameters.column("factor")));
    return view.toImages(
        UnitRange.limit(
            tf,
            tf.math.add(view.values(), tf.math.mul(new RowView(tf, difference).values(), share))));
  }

  private static Operand<TFloat32> kernel(Ops tf) {
    float[][][][] kernel = new float[KERNEL][KERNEL][3][1];
    for (int i = 0; i < KERNEL; i++) {
      for (int j = 0; j < KERNEL; j++) {
        for (int color = 0; color < 3; color++) {
          kernel[i][j][color][0] = i == 1 && j == 1 ? MIDDLE : NEIGHBOUR;
        }
      }
    }
    return tf.constant(kernel);
  }
}
