package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageOps.Interpolation;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

/**
 * Shifts by whole pixels, the closest to what was drawn; what comes from outside is black. As
 * torchvision's {@code RandomAffine} with a translation only. Columns {@code x} (to the right, of
 * the image's width) and {@code y} (downwards, of its height); 0 and 0 are the identity.
 */
final class Translation implements Transformation {

  private final Range x;
  private final Range y;

  Translation(TranslationConfig config) {
    this.x = Range.of(config.x());
    this.y = Range.of(config.y());
  }

  @Override
  public ParameterSpec parameters() {
    return ParameterSpec.of(
        column("x", x, "of the image's width"), column("y", y, "of the image's height"));
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("x", x.sample(random));
    row.set("y", y.sample(random));
  }

  @Override
  public boolean identity(Row row) {
    row.set("x", 0);
    row.set("y", 0);
    return true;
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    Operand<TFloat32> right = wholePixels(tf, parameters.column("x"), images.shape().get(2));
    Operand<TFloat32> down = wholePixels(tf, parameters.column("y"), images.shape().get(1));
    Operand<TFloat32> one = tf.onesLike(right);
    Operand<TFloat32> zero = tf.zerosLike(right);
    Operand<TFloat32> maps =
        tf.stack(
            List.of(one, zero, tf.math.neg(right), zero, one, tf.math.neg(down), zero, zero),
            Stack.axis(1L));
    return g.images().warp(images, maps, Interpolation.NEAREST);
  }

  private static Operand<TFloat32> wholePixels(Ops tf, Operand<TFloat32> part, long size) {
    return tf.math.rint(tf.math.mul(part, tf.constant((float) size)));
  }

  private static Column column(String name, Range range, String unit) {
    return Column.continuous(name, Math.min(0, range.min()), Math.max(0, range.max()), unit);
  }
}
