package io.equivar.plugin.standard;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
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
import org.tensorflow.types.TInt32;

/**
 * Rotates by quarters of a turn, exactly: what E-SSL predicts (Dangovski et al. 2022). Column
 * {@code quarter-turns}, 0 to 3, counter-clockwise, each as likely; 0 is the identity. Images are
 * square, since others would change their size.
 */
final class FourFoldRotation implements Transformation {

  private static final String TURNS = "quarter-turns";
  private static final int COUNT = 4;
  private static final ParameterSpec PARAMETERS =
      ParameterSpec.of(Column.categorical(TURNS, COUNT));

  FourFoldRotation(CreationContext context) {
    ImageShape image = context.imageShape();
    if (image.height() != image.width()) {
      throw new ConfigurationException(
          new Problem(
              context.location(),
              "must have square images",
              "images of " + image,
              "put a random-resized-crop with a square size before it"));
    }
  }

  @Override
  public ParameterSpec parameters() {
    return PARAMETERS;
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set(TURNS, random.nextInt(COUNT));
  }

  @Override
  public boolean identity(Row row) {
    row.set(TURNS, 0);
    return true;
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    return g.images()
        .byGroup(
            images,
            tf.dtypes.cast(parameters.column(TURNS), TInt32.class),
            List.of(
                (part, rows) -> part,
                (part, rows) -> mirrored(tf, transposed(tf, part), 1),
                (part, rows) -> mirrored(tf, part, 1, 2),
                (part, rows) -> mirrored(tf, transposed(tf, part), 2)));
  }

  private static Operand<TFloat32> transposed(Ops tf, Operand<TFloat32> images) {
    return tf.linalg.transpose(images, tf.constant(new int[] {0, 2, 1, 3}));
  }

  private static Operand<TFloat32> mirrored(Ops tf, Operand<TFloat32> images, int... axes) {
    return tf.reverse(images, tf.constant(axes));
  }
}
