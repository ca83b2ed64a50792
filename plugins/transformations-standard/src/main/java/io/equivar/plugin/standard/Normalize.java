package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Subtracts a mean from every colour and divides by a standard deviation: {@code (x - mean) / std}.
 * The results leave [0, 1]; colour transformations belong before this step.
 */
final class Normalize extends Deterministic {

  private final float[] scale = new float[3];
  private final float[] shift = new float[3];

  Normalize(NormalizeConfig config) {
    for (int i = 0; i < 3; i++) {
      double deviation = config.standardDeviation().get(i);
      scale[i] = (float) (1 / deviation);
      shift[i] = (float) (-config.mean().get(i) / deviation);
    }
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    RowView view = new RowView(tf, images);
    return view.toImages(
        tf.math.add(
            tf.math.mul(view.values(), view.perColor(tf.constant(new float[][] {scale}))),
            view.perColor(tf.constant(new float[][] {shift}))));
  }
}
