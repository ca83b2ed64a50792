package io.equivar.tck.selftest;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import io.equivar.api.transformation.TransformationFactory;
import io.equivar.tck.TransformationKit;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Darkens images by a part that is drawn: {@code x (1 - amount)}. What is broken overrides it. */
class SoundTransformation implements Transformation {

  @Override
  public ParameterSpec parameters() {
    return ParameterSpec.of(Column.continuous("amount", 0, 0.5, ""));
  }

  @Override
  public void sample(RandomGenerator random, Row row) {
    row.set("amount", random.nextDouble(0.5));
  }

  @Override
  public boolean identity(Row row) {
    row.set("amount", 0);
    return true;
  }

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters rows) {
    Ops tf = g.tf();
    return scaled(tf, images, tf.math.sub(tf.constant(1f), rows.column("amount")));
  }

  /** Multiplies every image by a number. */
  static Operand<TFloat32> scaled(Ops tf, Operand<TFloat32> images, Operand<TFloat32> gains) {
    return tf.math.mul(images, tf.reshape(gains, tf.constant(new int[] {-1, 1, 1, 1})));
  }

  /** Holds a transformation to the rules. */
  abstract static class Kit extends TransformationKit {

    private final TransformationFactory<?> factory;

    Kit(TransformationFactory<?> factory) {
      this.factory = factory;
    }

    Kit(Supplier<Transformation> maker) {
      this(
          TransformationFactory.of(
              "darken", "Darkens", Strength.class, (config, context) -> maker.get()));
    }

    @Override
    protected TransformationFactory<?> factory() {
      return factory;
    }

    @Override
    protected List<String> configurations() {
      return List.of("{}");
    }
  }

  /** The kit on the sound transformation. */
  static class Sound extends Kit {
    Sound() {
      super(SoundTransformation::new);
    }
  }
}
