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
 * Keeps the highest bits of every colour's eight, as torchvision's {@code posterize} of {@code
 * uint8} images: {@code floor(u / q) q / 255} with {@code u = floor(255.999 x)} and {@code q = 2^(8
 * - bits)}. Column {@code bits}, 0 to 8; eight bits still round to eight bits.
 */
final class Posterize implements Transformation {

  private static final int BITS = 8;

  private final int fewest;
  private final int most;

  Posterize(PosterizeConfig config) {
    this.fewest = config.bits().get(0);
    this.most = config.bits().get(1);
  }

  @Override
  public ParameterSpec parameters() {
    return ParameterSpec.of(Column.categorical("bits", BITS + 1));
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("bits", random.nextInt(fewest, most + 1));
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    RowView view = new RowView(tf, images);
    Operand<TFloat32> step =
        view.perImage(
            tf.math.pow(
                tf.constant(2f),
                tf.math.sub(tf.constant((float) BITS), parameters.column("bits"))));
    Operand<TFloat32> steps =
        tf.math.floor(tf.math.div(EightBits.quantise(tf, view.values()), step));
    return view.toImages(EightBits.toUnit(tf, tf.math.mul(steps, step)));
  }
}
