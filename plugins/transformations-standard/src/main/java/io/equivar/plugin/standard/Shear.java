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
 * Shears about the centre by linear interpolation; what comes from outside is black. As
 * torchvision's {@code affine} with {@code shear=[x, y]} and {@code fill=0}. Columns {@code x} and
 * {@code y}, in degrees; 0 and 0 are the identity.
 */
final class Shear implements Transformation {

  private final Range x;
  private final Range y;

  Shear(ShearConfig config) {
    this.x = Range.of(config.x());
    this.y = Range.of(config.y());
  }

  @Override
  public ParameterSpec parameters() {
    return ParameterSpec.of(column("x", x), column("y", y));
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
    Operand<TFloat32> tangentX = tangent(tf, parameters.column("x"));
    Operand<TFloat32> tangentY = tangent(tf, parameters.column("y"));
    Operand<TFloat32> one = tf.onesLike(tangentX);
    Operand<TFloat32> xx = tf.math.add(one, tf.math.mul(tangentX, tangentY));
    return new CentredMap(xx, tangentX, tangentY, one).apply(g, images);
  }

  private static Operand<TFloat32> tangent(Ops tf, Operand<TFloat32> degrees) {
    return tf.math.tan(tf.math.mul(degrees, tf.constant((float) Math.toRadians(1))));
  }

  private static Column column(String name, Range range) {
    return Column.continuous(name, Math.min(0, range.min()), Math.max(0, range.max()), "degrees");
  }
}
