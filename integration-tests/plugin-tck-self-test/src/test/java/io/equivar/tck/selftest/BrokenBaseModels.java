package io.equivar.tck.selftest;

import io.equivar.api.config.Setting;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Layer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModelFactory;
import io.equivar.tck.selftest.SoundBaseModel.Kit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** A base method for every rule, named by it, that breaks it. */
final class BrokenBaseModels {

  private BrokenBaseModels() {}

  /** A setting whose default is out of its range. */
  record OutOfRange(
      @Setting(value = "how much is done", defaultsTo = "2", min = 0, max = 1) double strength) {

    OutOfRange {
      new Strength(strength);
    }
  }

  /** Changes the loss. */
  private abstract static class Changed extends SoundBaseModel {

    @Override
    Operand<TFloat32> finished(
        GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Operand<TFloat32> second) {
      return change(g, loss, first, second);
    }

    abstract Operand<TFloat32> change(
        GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Operand<TFloat32> second);
  }

  /** Has defaults that it refuses. */
  static class B1 extends Kit {
    B1() {
      super(
          BaseModelFactory.of(
              "distance", "Compares", OutOfRange.class, (config, context) -> new SoundBaseModel()));
    }

    @Override
    protected List<String> configurations() {
      return List.of("{strength: 1}");
    }
  }

  /** Takes every strength. */
  static class B2 extends Kit {
    B2() {
      super(
          BaseModelFactory.of(
              "distance",
              "Compares",
              Strength.Unchecked.class,
              (config, context) -> new SoundBaseModel()));
    }
  }

  /** Takes the logarithm of a negative number. */
  static class B3 extends Kit {
    B3() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g,
                    Operand<TFloat32> loss,
                    Operand<TFloat32> first,
                    Operand<TFloat32> second) {
                  Ops tf = g.tf();
                  return tf.math.log(tf.math.sub(tf.constant(-1f), tf.math.square(loss)));
                }
              });
    }
  }

  /** Divides rows by their length, which may be 0. */
  static class B4 extends Kit {
    B4() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g,
                    Operand<TFloat32> loss,
                    Operand<TFloat32> first,
                    Operand<TFloat32> second) {
                  Ops tf = g.tf();
                  return tf.math.add(
                      loss, mean(tf, tf.math.mul(normalized(tf, first), normalized(tf, second))));
                }

                private Operand<TFloat32> normalized(Ops tf, Operand<TFloat32> rows) {
                  Operand<TFloat32> squares =
                      tf.reduceSum(tf.math.square(rows), tf.constant(1), ReduceSum.keepDims(true));
                  return tf.math.div(rows, tf.math.sqrt(squares));
                }
              });
    }
  }

  /** Makes a trainable variable that it does not use. */
  static class B5 extends Kit {
    B5() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g,
                    Operand<TFloat32> loss,
                    Operand<TFloat32> first,
                    Operand<TFloat32> second) {
                  g.variable(VariableSpec.trained("unused", Initializer.constant(1), 2));
                  return loss;
                }
              });
    }
  }

  /** Lets the gradient into its queue. */
  static class B6 extends Kit {
    B6() {
      super(
          () ->
              new SoundBaseModel() {
                @Override
                Operand<TFloat32> memory(Ops tf, Variable queue) {
                  return queue.value();
                }
              });
    }
  }

  /** Keeps the head of its first term. */
  static class B7 extends Kit {
    B7() {
      super(
          () ->
              new SoundBaseModel() {
                private Optional<Layer> kept = Optional.empty();

                @Override
                Layer head(GraphContext g, int width) {
                  if (kept.isEmpty()) {
                    kept = Optional.of(super.head(g, width));
                  }
                  return kept.get();
                }
              });
    }
  }

  /** Draws a weight when it is created. */
  static class B8 extends Kit {
    B8() {
      super(
          () -> {
            float weight = 1 + ThreadLocalRandom.current().nextFloat();
            return new Changed() {
              @Override
              Operand<TFloat32> change(
                  GraphContext g,
                  Operand<TFloat32> loss,
                  Operand<TFloat32> first,
                  Operand<TFloat32> second) {
                return g.tf().math.mul(loss, g.tf().constant(weight));
              }
            };
          });
    }
  }

  /** Draws a weight at every step. */
  static class B9 extends Kit {
    B9() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g,
                    Operand<TFloat32> loss,
                    Operand<TFloat32> first,
                    Operand<TFloat32> second) {
                  Ops tf = g.tf();
                  return tf.math.mul(
                      loss, tf.random.randomUniform(tf.constant(new int[0]), TFloat32.class));
                }
              });
    }
  }

  /** Divides by the number of other rows. */
  static class B10 extends Kit {
    B10() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g,
                    Operand<TFloat32> loss,
                    Operand<TFloat32> first,
                    Operand<TFloat32> second) {
                  Ops tf = g.tf();
                  return tf.math.div(loss, tf.constant((float) first.shape().get(0) - 1));
                }
              });
    }
  }

  /** Compares with the queue as it will be after the step. */
  static class B11 extends Kit {
    B11() {
      super(
          () ->
              new SoundBaseModel() {
                @Override
                Operand<TFloat32> memory(Ops tf, Variable queue) {
                  return tf.stopGradient(queue.latest());
                }
              });
    }
  }

  /** Wants the first side to be short. */
  static class B12 extends Kit {
    B12() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g,
                    Operand<TFloat32> loss,
                    Operand<TFloat32> first,
                    Operand<TFloat32> second) {
                  Ops tf = g.tf();
                  return tf.math.add(loss, mean(tf, tf.math.square(first)));
                }
              });
    }
  }

  /** Uses targets, and does not say how they move. */
  static class B13 extends Kit {
    B13() {
      super(
          () ->
              new SoundBaseModel() {
                @Override
                public Optional<AveragingSchedule> averaging() {
                  return Optional.empty();
                }
              });
    }
  }
}
