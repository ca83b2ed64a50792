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
 * Inverts the values from a threshold on: {@code x >= threshold ? 1 - x : x}, as torchvision's
 * {@code solarize}. Column {@code threshold}, in [0, 1]; no threshold changes nothing, since 1
 * itself is inverted.
 */
final class Solarize implements Transformation {

  private final Range threshold;
  private final ParameterSpec parameters;

  Solarize(SolarizeConfig config) {
    this.threshold = Range.of(config.threshold());
    this.parameters =
        ParameterSpec.of(Column.continuous("threshold", threshold.min(), threshold.max(), ""));
  }

  @Override
  public ParameterSpec parameters() {
    return parameters;
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("threshold", threshold.sample(random));
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    Ops tf = g.tf();
    RowView view = new RowView(tf, images);
    Operand<TFloat32> x = view.values();
    return view.toImages(
        tf.select(
            tf.math.greaterEqual(x, view.perImage(parameters.column("threshold"))),
            tf.math.sub(tf.constant(1f), x),
            x));
  }
}
