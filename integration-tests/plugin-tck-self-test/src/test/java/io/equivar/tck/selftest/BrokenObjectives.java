package io.equivar.tck.selftest;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.learning.Views;
import io.equivar.tck.selftest.SoundObjective.Kit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** An objective for every rule, named by it, that breaks it. */
final class BrokenObjectives {

  private BrokenObjectives() {}

  /** A configuration whose setting is not described. */
  record Undescribed(double strength) {}

  /** Changes the last term. */
  private abstract static class Changed extends SoundObjective {

    @Override
    Operand<TFloat32> finished(
        GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Views views) {
      return change(g, loss, first, views);
    }

    abstract Operand<TFloat32> change(
        GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Views views);
  }

  /** Does not describe its setting. */
  static class O1 extends Kit {
    O1() {
      super(
          ObjectiveFactory.of(
              "mapped", "Maps", Undescribed.class, (config, context) -> new SoundObjective()));
    }

    @Override
    protected List<String> configurations() {
      return List.of("{strength: 1}");
    }
  }

  /** Takes every strength. */
  static class O2 extends Kit {
    O2() {
      super(
          ObjectiveFactory.of(
              "mapped",
              "Maps",
              Strength.Unchecked.class,
              (config, context) -> new SoundObjective()));
    }
  }

  /** Takes the logarithm of a negative number. */
  static class O3 extends Kit {
    O3() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Views views) {
                  Ops tf = g.tf();
                  return tf.math.log(tf.math.sub(tf.constant(-1f), tf.math.square(loss)));
                }
              });
    }
  }

  /** Divides rows by their length, which may be 0. */
  static class O4 extends Kit {
    O4() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Views views) {
                  Ops tf = g.tf();
                  Operand<TFloat32> lengths =
                      tf.math.sqrt(
                          tf.reduceSum(
                              tf.math.square(first), tf.constant(1), ReduceSum.keepDims(true)));
                  return tf.math.add(
                      loss,
                      tf.math.mean(tf.math.div(first, lengths), tf.constant(new int[] {0, 1})));
                }
              });
    }
  }

  /** Makes a trainable variable that it does not use. */
  static class O5 extends Kit {
    O5() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Views views) {
                  g.variable(VariableSpec.trained("unused", Initializer.constant(1), 2));
                  return loss;
                }
              });
    }
  }

  /** Lets the gradient into its running mean. */
  static class O6 extends Kit {
    O6() {
      super(
          () ->
              new SoundObjective() {
                @Override
                Operand<TFloat32> center(Ops tf, Variable center) {
                  return center.value();
                }
              });
    }
  }

  /** Gives two terms one scope. */
  static class O7 extends Kit {
    O7() {
      super(
          () ->
              new SoundObjective() {
                @Override
                String firstScope() {
                  return "mapped";
                }
              });
    }
  }

  /** Draws a weight when it is created. */
  static class O8 extends Kit {
    O8() {
      super(
          () -> {
            float weight = 1 + ThreadLocalRandom.current().nextFloat();
            return new Changed() {
              @Override
              Operand<TFloat32> change(
                  GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Views views) {
                return g.tf().math.mul(loss, g.tf().constant(weight));
              }
            };
          });
    }
  }

  /** Draws a weight at every step. */
  static class O9 extends Kit {
    O9() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Views views) {
                  Ops tf = g.tf();
                  return tf.math.mul(
                      loss, tf.random.randomUniform(tf.constant(new int[0]), TFloat32.class));
                }
              });
    }
  }

  /** Divides by the number of other pairs. */
  static class O10 extends Kit {
    O10() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Views views) {
                  Ops tf = g.tf();
                  return tf.math.div(loss, tf.constant(views.batchSize() / 2f - 1));
                }
              });
    }
  }

  /** Compares with the running mean as it will be after the step. */
  static class O11 extends Kit {
    O11() {
      super(
          () ->
              new SoundObjective() {
                @Override
                Operand<TFloat32> center(Ops tf, Variable center) {
                  return tf.stopGradient(center.latest());
                }
              });
    }
  }

  /** Has targets that are computed by the weights themselves. */
  static class O12 extends Kit {
    O12() {
      super(
          () ->
              new SoundObjective() {
                @Override
                Operand<TFloat32> target(Encoder encoder, Operand<TFloat32> view) {
                  return encoder.apply(view);
                }
              });
    }
  }

  /** Refuses a step without a label, and does not say which. */
  static class O13 extends Kit {
    O13() {
      super(
          () ->
              new Changed() {
                @Override
                Operand<TFloat32> change(
                    GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Views views) {
                  if (!views.steps().stream().allMatch(step -> step.spec().isLabel())) {
                    throw new ConfigurationException(
                        Problem.of("", "must have labels", "a step without one"));
                  }
                  return loss;
                }
              });
    }
  }

  /** Gives a term the name of another. */
  static class O14 extends Kit {
    O14() {
      super(
          () ->
              new SoundObjective() {
                @Override
                String lastName() {
                  return "plain";
                }
              });
    }
  }

  /** Evaluates a layer that was never trained. */
  static class O15 extends Kit {
    O15() {
      super(
          () ->
              new SoundObjective() {
                @Override
                String evaluatedLayer() {
                  return "another";
                }
              });
    }
  }
}
