package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Gives one of the colours the same value everywhere. Column {@code channel}: 0 for red, 1 for
 * green, 2 for blue, each as likely.
 */
final class ChannelDrop implements Transformation {

  private static final int CHANNELS = 3;
  private static final ParameterSpec PARAMETERS =
      ParameterSpec.of(Column.categorical("channel", CHANNELS));

  private final float value;

  ChannelDrop(ChannelDropConfig config) {
    this.value = (float) config.value();
  }

  @Override
  public ParameterSpec parameters() {
    return PARAMETERS;
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("channel", random.nextInt(CHANNELS));
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    RowView view = new RowView(tf, images);
    Operand<TFloat32> dropped =
        tf.dtypes.cast(
            tf.math.equal(
                tf.reshape(parameters.column("channel"), tf.constant(new int[] {-1, 1})),
                tf.constant(new float[] {0, 1, 2})),
            TFloat32.class);
    Operand<TFloat32> kept = view.perColor(tf.math.sub(tf.constant(1f), dropped));
    Operand<TFloat32> filled = view.perColor(tf.math.mul(dropped, tf.constant(value)));
    return view.toImages(tf.math.add(tf.math.mul(view.values(), kept), filled));
  }
}
