package io.equivar.tck.selftest;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.VariableSpec;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.TransformationFactory;
import io.equivar.tck.selftest.SoundTransformation.Kit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.types.TFloat32;

/** A transformation for every rule, named by it, that breaks it. */
final class BrokenTransformations {

  private BrokenTransformations() {}

  /** Does something of its own to images that the sound transformation darkened. */
  private abstract static class Changed extends SoundTransformation {

    @Override
    public boolean identity(Row row) {
      return false;
    }

    @Override
    public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters rows) {
      return change(g, super.apply(g, images, rows));
    }

    abstract Operand<TFloat32> change(GraphContext g, Operand<TFloat32> images);
  }

  /** Has a name with a blank. */
  static class T1 extends Kit {
    T1() {
      super(
          TransformationFactory.of(
              "Darken it",
              "Darkens",
              Strength.class,
              (config, context) -> new SoundTransformation()));
    }
  }

  /** Takes every strength. */
  static class T2 extends Kit {
    T2() {
      super(
          TransformationFactory.of(
              "darken",
              "Darkens",
              Strength.Unchecked.class,
              (config, context) -> new SoundTransformation()));
    }
  }

  /** Counts its calls in the unit of its column. */
  static class T3 extends Kit {
    T3() {
      super(
          () ->
              new SoundTransformation() {
                private int calls;

                @Override
                public ParameterSpec parameters() {
                  calls++;
                  return ParameterSpec.of(Column.continuous("amount", 0, 0.5, "of " + calls));
                }
              });
    }
  }

  /** Sets nothing. */
  static class T4 extends Kit {
    T4() {
      super(
          () ->
              new SoundTransformation() {
                @Override
                public void sample(RandomGenerator random, Row row) {}
              });
    }
  }

  /** Draws from a wider range than it declares. */
  static class T5 extends Kit {
    T5() {
      super(
          () ->
              new SoundTransformation() {
                @Override
                public void sample(RandomGenerator random, Row row) {
                  row.set("amount", random.nextDouble());
                }
              });
    }
  }

  /** Draws from a sequence of its own. */
  static class T6 extends Kit {
    T6() {
      super(
          () ->
              new SoundTransformation() {
                private int calls;

                @Override
                public void sample(RandomGenerator random, Row row) {
                  calls++;
                  row.set("amount", calls % 100 * 0.005);
                }
              });
    }
  }

  /** Keeps what it draws in a field for a while. */
  static class T7 extends Kit {
    T7() {
      super(
          () ->
              new SoundTransformation() {
                private double drawn;

                @Override
                public void sample(RandomGenerator random, Row row) {
                  drawn = random.nextDouble(0.5);
                  LockSupport.parkNanos(10_000);
                  row.set("amount", drawn);
                }
              });
    }
  }

  /** Has an identity that darkens. */
  static class T8 extends Kit {
    T8() {
      super(
          () ->
              new SoundTransformation() {
                @Override
                public boolean identity(Row row) {
                  row.set("amount", 0.25);
                  return true;
                }
              });
    }
  }

  /** Adds a variable, which is zero. */
  static class T9 extends Kit {
    T9() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(GraphContext g, Operand<TFloat32> images) {
                  VariableSpec offset = VariableSpec.state("offset", Initializer.constant(0), 3);
                  return g.tf().math.add(images, g.variable(offset).value());
                }
              });
    }
  }

  /** Darkens by chance. */
  static class T10 extends Kit {
    T10() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(GraphContext g, Operand<TFloat32> images) {
                  Ops tf = g.tf();
                  return tf.math.mul(
                      images, tf.random.randomUniform(tf.constant(new int[] {1}), TFloat32.class));
                }
              });
    }
  }

  /** Cuts off the last row of pixels without saying so. */
  static class T11 extends Kit {
    T11() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(GraphContext g, Operand<TFloat32> images) {
                  Ops tf = g.tf();
                  int height = (int) images.shape().get(1) - 1;
                  return tf.slice(
                      images,
                      tf.constant(new int[] {0, 0, 0, 0}),
                      tf.constant(new int[] {-1, height, -1, -1}));
                }
              });
    }
  }

  /** Divides by the largest value, which may be 0. */
  static class T12 extends Kit {
    T12() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(GraphContext g, Operand<TFloat32> images) {
                  Ops tf = g.tf();
                  Operand<TFloat32> largest =
                      tf.reduceMax(
                          images, tf.constant(new int[] {1, 2, 3}), ReduceMax.keepDims(true));
                  return tf.math.div(images, largest);
                }
              });
    }
  }

  /** Brightens instead, and does not clip. */
  static class T13 extends Kit {
    T13() {
      super(
          () ->
              new SoundTransformation() {
                @Override
                public Operand<TFloat32> apply(
                    GraphContext g, Operand<TFloat32> images, Parameters rows) {
                  Ops tf = g.tf();
                  return scaled(tf, images, tf.math.add(tf.constant(1f), rows.column("amount")));
                }
              });
    }
  }

  /** Multiplies by the mean of the whole batch. */
  static class T14 extends Kit {
    T14() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(GraphContext g, Operand<TFloat32> images) {
                  Ops tf = g.tf();
                  return tf.math.mul(
                      images, tf.math.mean(images, tf.constant(new int[] {0, 1, 2, 3})));
                }
              });
    }
  }

  /** Darkens every further image of a batch more than the one before. */
  static class T15 extends Kit {
    T15() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(GraphContext g, Operand<TFloat32> images) {
                  Ops tf = g.tf();
                  Operand<TFloat32> ones =
                      tf.onesLike(tf.math.mean(images, tf.constant(new int[] {1, 2, 3})));
                  Operand<TFloat32> places = tf.math.cumsum(ones, tf.constant(0));
                  return scaled(tf, images, tf.math.reciprocal(places));
                }
              });
    }
  }
}
