package io.equivar.example.transformation;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import io.equivar.api.transformation.TransformationFactory;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

/** Offers {@code acme:color-temperature}: red times {@code 1 + warmth}, blue {@code 1 - warmth}. */
public final class ColorTemperaturePlugin implements EquivarPlugin {

  /** What a pipeline's step may set; {@code strength} is the largest warmth, either way. */
  public record Config(
      @Setting(value = "largest warmth, either way", defaultsTo = "0.3", min = 0, max = 1)
          double strength) {

    /** Checks the settings, or throws a {@code ConfigurationException}. */
    public Config {
      Settings.of(Config.class, strength).check();
    }
  }

  @Override
  public String namespace() {
    return "acme";
  }

  @Override
  public List<TransformationFactory<?>> transformations() {
    return List.of(
        TransformationFactory.of(
            "color-temperature",
            "Makes images warmer or colder",
            Config.class,
            (config, context) -> new ColorTemperature(config.strength())));
  }

  private record ColorTemperature(double strength) implements Transformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.of(Column.continuous("warmth", -strength, strength, ""));
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      row.set("warmth", strength * (2 * random.nextDouble() - 1));
    }

    @Override
    public boolean identity(Row row) {
      row.set("warmth", 0);
      return true;
    }

    @Override
    public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters rows) {
      Ops tf = g.tf();
      Operand<TFloat32> warmth = rows.column("warmth");
      Operand<TFloat32> one = tf.onesLike(warmth);
      Operand<TFloat32> red = tf.math.add(one, warmth);
      Operand<TFloat32> blue = tf.math.sub(one, warmth);
      Operand<TFloat32> gains = tf.stack(List.of(red, one, blue), Stack.axis(1L));
      return tf.math.mul(images, tf.reshape(gains, tf.constant(new int[] {-1, 1, 1, 3})));
    }
  }
}
