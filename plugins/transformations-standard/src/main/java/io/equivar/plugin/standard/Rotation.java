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
 * Rotates about the centre, counter-clockwise, by linear interpolation; what comes from outside is
 * black. As torchvision's {@code rotate} with {@code fill=0}. Column {@code angle}, in degrees; 0
 * is the identity.
 */
final class Rotation implements Transformation {

  private final Range angle;

  Rotation(RotationConfig config) {
    this.angle = Range.of(config.angle());
  }

  @Override
  public ParameterSpec parameters() {
    return ParameterSpec.of(
        Column.continuous("angle", Math.min(0, angle.min()), Math.max(0, angle.max()), "degrees"));
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("angle", angle.sample(random));
  }

  @Override
  public boolean identity(Row row) {
    row.set("angle", 0);
    return true;
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    Operand<TFloat32> radians =
        tf.math.mul(parameters.column("angle"), tf.constant((float) Math.toRadians(1)));
    Operand<TFloat32> cosine = tf.math.cos(radians);
    Operand<TFloat32> sine = tf.math.sin(radians);
    return new CentredMap(cosine, tf.math.neg(sine), sine, cosine).apply(g, images);
  }
}
