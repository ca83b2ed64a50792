package ${package};

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

/** Fades images towards grey: {@code y = (1 - fade) x + fade / 2}. */
record ${className}(${className}Config config) implements Transformation {

  /** Says what is random: one number an image, which a network could be taught to predict. */
  @Override
  public ParameterSpec parameters() {
    return ParameterSpec.of(Column.continuous("fade", 0, config.strength(), ""));
  }

  /** Draws on the host, in plain Java, from {@code random} alone. */
  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("fade", config.strength() * random.nextDouble());
  }

  /** Says what changes nothing; without such parameters leave this method out. */
  @Override
  public boolean identity(Row row) {
    row.set("fade", 0);
    return true;
  }

  /** Applies on the device, to {@code [batch, height, width, 3]}, row {@code b} to image {@code b}. */
  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters rows) {
    Ops tf = g.tf();
    Operand<TFloat32> fade =
        tf.reshape(rows.column("fade"), tf.constant(new int[] {-1, 1, 1, 1}));
    Operand<TFloat32> kept = tf.math.sub(tf.constant(1f), fade);
    return tf.math.add(tf.math.mul(images, kept), tf.math.mul(fade, tf.constant(0.5f)));
  }
}
