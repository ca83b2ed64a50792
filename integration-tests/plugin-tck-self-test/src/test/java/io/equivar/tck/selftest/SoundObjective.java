package io.equivar.tck.selftest;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Layer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.LearnedTransformations;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.Views;
import io.equivar.tck.ObjectiveKit;
import java.util.List;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Everything that an objective can have: two terms of the base method, a layer of its own, a
 * running mean that representations are to be near, and predictions to evaluate. What is broken
 * overrides a part of it.
 */
class SoundObjective implements Objective {

  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    Ops tf = g.tf();
    Layer layer = g.dense("layer", encoder.width(), encoder.width(), false);
    Operand<TFloat32> first = encoder.apply(views.first());
    Operand<TFloat32> second = encoder.apply(views.second());
    Variable center =
        g.variable(VariableSpec.state("center", Initializer.constant(0.1f), encoder.width()));
    center.update(tf.math.mean(first, tf.constant(0)));
    Pair plain =
        Pair.of(
            Side.of(first),
            Side.of(second),
            () -> Side.of(target(encoder, views.first())),
            () -> Side.of(target(encoder, views.second())));
    Pair mapped =
        Pair.of(
            Side.of(layer.apply(first)),
            Side.of(layer.apply(second)),
            () -> Side.of(layer.averaged().apply(target(encoder, views.first()))),
            () -> Side.of(layer.averaged().apply(target(encoder, views.second()))));
    Operand<TFloat32> distance =
        tf.math.mean(
            tf.math.squaredDifference(first, center(tf, center)), tf.constant(new int[] {0, 1}));
    return Loss.sum(
        tf,
        List.of(
            new Loss.Term("plain", 1, base.dissimilarity(g.scope(firstScope()), plain).value()),
            new Loss.Term("mapped", 0.5, base.dissimilarity(g.scope("mapped"), mapped).value()),
            new Loss.Term(lastName(), 0.1, finished(g, distance, first, views))));
  }

  @Override
  public LearnedTransformations transformations(GraphContext g, Encoder encoder, Views views) {
    Layer layer = g.dense(evaluatedLayer(), encoder.width(), encoder.width(), false);
    Operand<TFloat32> second = encoder.apply(views.second());
    return LearnedTransformations.none()
        .withRepresentations(second)
        .withPrediction(layer.apply(encoder.apply(views.first())), second);
  }

  String evaluatedLayer() {
    return "layer";
  }

  String firstScope() {
    return "plain";
  }

  String lastName() {
    return "center";
  }

  Operand<TFloat32> target(Encoder encoder, Operand<TFloat32> view) {
    return encoder.averaged().apply(view);
  }

  /** Returns the mean from before the step, without gradient. */
  Operand<TFloat32> center(Ops tf, Variable center) {
    return tf.stopGradient(center.value());
  }

  /** Returns the last term with whatever else there is to it. */
  Operand<TFloat32> finished(
      GraphContext g, Operand<TFloat32> loss, Operand<TFloat32> first, Views views) {
    return loss;
  }

  /** Holds an objective to the rules. */
  abstract static class Kit extends ObjectiveKit {

    private final ObjectiveFactory<?> factory;

    Kit(ObjectiveFactory<?> factory) {
      this.factory = factory;
    }

    Kit(Supplier<Objective> maker) {
      this(ObjectiveFactory.of("mapped", "Maps", Strength.class, (config, context) -> maker.get()));
    }

    @Override
    protected ObjectiveFactory<?> factory() {
      return factory;
    }

    @Override
    protected List<String> configurations() {
      return List.of("{}");
    }
  }

  /** The kit on the sound objective. */
  static class Sound extends Kit {
    Sound() {
      super(SoundObjective::new);
    }
  }
}
