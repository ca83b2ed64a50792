package io.equivar.example.objective;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.learning.Views;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Two pairs of images of one pixel each. */
record FixedViews(Ops tf, Operand<TFloat32> first, Operand<TFloat32> second) implements Views {

  /** Makes the views of pixels {@code [4, 3]}. */
  static FixedViews of(Ops tf, float[][] first, float[][] second) {
    return new FixedViews(tf, images(tf, first), images(tf, second));
  }

  private static Operand<TFloat32> images(Ops tf, float[][] pixels) {
    return tf.reshape(tf.constant(pixels), tf.constant(new int[] {4, 1, 1, 3}));
  }

  @Override
  public int batchSize() {
    return 4;
  }

  @Override
  public ImageShape imageShape() {
    return ImageShape.square(1);
  }

  @Override
  public List<ViewStep> steps() {
    return List.of();
  }

  @Override
  public Operand<TFloat32> leaders(Operand<TFloat32> rows) {
    return gather(rows, 0, 2);
  }

  @Override
  public Operand<TFloat32> followers(Operand<TFloat32> rows) {
    return gather(rows, 1, 3);
  }

  @Override
  public Operand<TFloat32> swapPartners(Operand<TFloat32> rows) {
    return gather(rows, 1, 0, 3, 2);
  }

  private Operand<TFloat32> gather(Operand<TFloat32> rows, int... places) {
    return tf.gather(rows, tf.constant(places), tf.constant(0));
  }
}
