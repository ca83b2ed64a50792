package io.equivar.tck.selftest;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Layer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.tck.BaseModelKit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * Everything that a base method can have: a head, targets, and a queue that the heads' outputs are
 * to be unlike. What is broken overrides a part of it.
 */
class SoundBaseModel implements BaseModel {

  static final int HEAD = 4;
  static final int QUEUE = 3;

  @Override
  public Loss dissimilarity(GraphContext g, Pair pair) {
    Ops tf = g.tf();
    Layer head = head(g, pair.width());
    Operand<TFloat32> first = pair.first().map(head).joined(tf);
    Operand<TFloat32> second = pair.second().map(head).joined(tf);
    Operand<TFloat32> firstTarget = pair.firstTarget().map(head.averaged()).joined(tf);
    Operand<TFloat32> secondTarget = pair.secondTarget().map(head.averaged()).joined(tf);
    Variable queue = g.variable(VariableSpec.state("queue", Initializer.normal(1), QUEUE, HEAD));
    queue.update(enqueued(tf, queue, tf.math.add(first, second)));
    Operand<TFloat32> memory = memory(tf, queue);
    return Loss.of(
        finished(
            g,
            tf.math.addN(
                List.of(
                    distance(tf, first, secondTarget),
                    distance(tf, second, firstTarget),
                    likeness(tf, first, memory),
                    likeness(tf, second, memory))),
            first,
            second));
  }

  @Override
  public Optional<AveragingSchedule> averaging() {
    return Optional.of(AveragingSchedule.cosine(0.9));
  }

  Layer head(GraphContext g, int width) {
    return g.dense("head", width, HEAD, false);
  }

  /** Returns what is compared with: the queue from before the step, without gradient. */
  Operand<TFloat32> memory(Ops tf, Variable queue) {
    return tf.stopGradient(queue.value());
  }

  /** Returns the loss with whatever else there is to it. */
  Operand<TFloat32> finished(
      GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Operand<TFloat32> second) {
    return loss;
  }

  private static Operand<TFloat32> enqueued(Ops tf, Variable queue, Operand<TFloat32> projected) {
    Operand<TFloat32> newest =
        tf.slice(projected, tf.constant(new int[] {0, 0}), tf.constant(new int[] {1, HEAD}));
    Operand<TFloat32> kept =
        tf.slice(
            queue.latest(),
            tf.constant(new int[] {0, 0}),
            tf.constant(new int[] {QUEUE - 1, HEAD}));
    return tf.concat(List.of(newest, kept), tf.constant(0));
  }

  static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> values) {
    return tf.math.mean(values, tf.constant(new int[] {0, 1}));
  }

  private static Operand<TFloat32> distance(
      Ops tf, Operand<TFloat32> values, Operand<TFloat32> target) {
    return mean(tf, tf.math.squaredDifference(values, target));
  }

  private static Operand<TFloat32> likeness(
      Ops tf, Operand<TFloat32> values, Operand<TFloat32> memory) {
    return mean(tf, tf.math.square(tf.linalg.matMul(values, memory, MatMul.transposeB(true))));
  }

  /** Holds a base method to the rules. */
  abstract static class Kit extends BaseModelKit {

    private final BaseModelFactory<?> factory;

    Kit(BaseModelFactory<?> factory) {
      this.factory = factory;
    }

    Kit(Supplier<BaseModel> maker) {
      this(
          BaseModelFactory.of(
              "distance", "Compares", Strength.class, (config, context) -> maker.get()));
    }

    @Override
    protected BaseModelFactory<?> factory() {
      return factory;
    }

    @Override
    protected List<String> configurations() {
      return List.of("{}");
    }
  }

  /** The kit on the sound base method. */
  static class Sound extends Kit {
    Sound() {
      super(SoundBaseModel::new);
    }
  }
}
