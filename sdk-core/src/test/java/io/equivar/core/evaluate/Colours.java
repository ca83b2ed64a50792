package io.equivar.core.evaluate;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.LearnedTransformations;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Views;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.data.ImageSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Images of one pixel, an encoder that gives its colour, and what changes it: all computed by hand.
 */
final class Colours {

  private Colours() {}

  /** Images of different colours, without labels. */
  record Images(int size) implements ImageSet {

    @Override
    public ImageShape shape() {
      return ImageShape.square(1);
    }

    @Override
    public void read(int index, byte[] target, int offset) {
      target[offset] = (byte) (20 + 7 * index % 50);
      target[offset + 1] = (byte) (100 - 11 * index % 60);
      target[offset + 2] = (byte) (13 * index % 90);
    }

    @Override
    public int label(int index) {
      return NO_LABEL;
    }

    @Override
    public List<String> classNames() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  /** Gives the colour, plus a weight that starts at 0. */
  record PixelEncoder(Ops tf, Variable bias) implements Encoder {

    static PixelEncoder make(GraphContext g) {
      return new PixelEncoder(
          g.tf(), g.variable(VariableSpec.trained("bias", Initializer.constant(0), 3)));
    }

    @Override
    public Operand<TFloat32> apply(Operand<TFloat32> images) {
      return tf.math.add(tf.reshape(images, tf.constant(new int[] {-1, 3})), bias.value());
    }

    @Override
    public int width() {
      return 3;
    }

    @Override
    public Encoder averaged() {
      return new PixelEncoder(tf, bias.averaged());
    }
  }

  /** Adds an amount to a channel, and nothing where it is passed over. */
  record Brighten(int channel) implements Transformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.of(Column.continuous("amount", -1, 3, ""));
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      row.set("amount", 1 + 2 * random.nextDouble());
    }

    @Override
    public Operand<TFloat32> apply(
        GraphContext g, Operand<TFloat32> images, Parameters parameters) {
      Ops tf = g.tf();
      float[] mask = new float[3];
      mask[channel] = 1;
      return tf.math.add(
          images,
          tf.math.mul(
              tf.reshape(parameters.column("amount"), tf.constant(new int[] {-1, 1, 1, 1})),
              tf.constant(mask)));
    }
  }

  /** Learned what it is given. */
  record Learned(BiFunction<List<Operand<TFloat32>>, Views, LearnedTransformations> maker)
      implements Objective {

    @Override
    public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
      throw new UnsupportedOperationException("is not trained");
    }

    @Override
    public LearnedTransformations transformations(GraphContext g, Encoder encoder, Views views) {
      return maker.apply(
          List.of(encoder.apply(views.first()), encoder.apply(views.second())), views);
    }
  }
}
