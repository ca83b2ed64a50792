package io.equivar.plugin.stl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.LearnedTransformations;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.train.Sgd;
import io.equivar.core.train.TrainingGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class StlTest {

  private static final Set<String> HEADS =
      Set.of(
          "objective.invariance.head.weight",
          "objective.equivariance.head.weight",
          "objective.transformation.head.weight");

  @Test
  void hasThreeWeightedTerms() {
    try (TrainingGraph graph = build(new StlConfig.Weights(1, 2, 0.5));
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(1);
      List<Loss.Term> terms = graph.loss().terms();
      assertThat(terms)
          .extracting(Loss.Term::name)
          .containsExactly("invariance", "equivariance", "transformation");
      double sum = 0;
      for (Loss.Term term : terms) {
        double value = session.fetch(term.value())[0];
        assertThat(value).isPositive();
        sum += term.weight() * value;
      }
      assertThat(session.fetch(graph.loss().value())[0]).isCloseTo((float) sum, within(1e-5f));
    }
  }

  @Test
  void everyGradientIsFiniteAndNotZero() {
    try (TrainingGraph graph = build(new StlConfig.Weights(1, 1, 0.1));
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(1);
      assertThat(graph.gradients().keySet())
          .containsAll(HEADS)
          .contains("objective.hypernetwork.weight", "objective.transformation-encoder.0.weight");
      graph
          .gradients()
          .forEach(
              (name, gradient) -> {
                double length = 0;
                for (float value : session.fetch(gradient)) {
                  length += (double) value * value;
                }
                assertThat(length).as(name).isFinite().isPositive();
              });
    }
  }

  @Test
  void termsOfWeightZeroAreNotBuilt() {
    assertThat(trained(new StlConfig.Weights(1, 0, 0)))
        .containsExactly("backbone.dense.weight", "objective.invariance.head.weight");
    assertThat(trained(new StlConfig.Weights(0, 0, 1)))
        .contains("objective.transformation-encoder.0.weight")
        .noneMatch(name -> name.contains("hypernetwork") || name.contains("invariance"));
    assertThat(trained(new StlConfig.Weights(0, 1, 0)))
        .contains("objective.transformation-encoder.0.weight", "objective.hypernetwork.weight")
        .noneMatch(name -> name.contains("objective.transformation.head"));
  }

  @Test
  void averagedTargetsStartAlikeAndAreMadeOnDemand() {
    StlConfig.Weights weights = new StlConfig.Weights(1, 1, 0.1);
    List<Float> own = losses(weights, SmallNetwork.distance(false));
    List<Float> againstTargets = losses(weights, averaging(SmallNetwork.distance(true)));
    assertThat(againstTargets).isEqualTo(own);
    try (TrainingGraph graph = build(weights)) {
      assertThat(graph.graph().variables())
          .extracting(GraphVariable::name)
          .noneMatch(name -> name.startsWith("averaged."));
    }
    try (TrainingGraph graph = build(weights, averaging(SmallNetwork.distance(true)))) {
      assertThat(graph.graph().variables())
          .extracting(GraphVariable::name)
          .contains(
              "averaged.backbone.dense.weight",
              "averaged.objective.transformation-encoder.0.weight",
              "averaged.objective.hypernetwork.weight");
    }
  }

  @Test
  void theHypernetworkIsNotAveragedIfNoTargetIsAPrediction() {
    BaseModel firstTargets =
        (g, pair) -> {
          Operand<TFloat32> difference =
              g.tf()
                  .math
                  .squaredDifference(
                      pair.second().joined(g.tf()), pair.firstTarget().joined(g.tf()));
          return Loss.of(g.tf().math.mean(difference, g.tf().constant(new int[] {0, 1})));
        };
    try (TrainingGraph graph = build(new StlConfig.Weights(1, 1, 0.1), averaging(firstTargets))) {
      assertThat(graph.graph().variables())
          .extracting(GraphVariable::name)
          .contains("averaged.objective.transformation-encoder.0.weight")
          .doesNotContain("averaged.objective.hypernetwork.weight");
    }
  }

  @Test
  void evaluatesThePredictionThatItIsTrainedOn() {
    // A single layer has no batch statistics: training and evaluation compute the same.
    Stl stl = new Stl(new StlConfig(List.of(4), new StlConfig.Weights(0, 1, 0)));
    List<Pair> pairs = new ArrayList<>();
    BaseModel noting =
        (g, pair) -> {
          pairs.add(pair);
          return SmallNetwork.distance(false).dissimilarity(g, pair);
        };
    try (TrainingGraph training =
            TrainingGraph.build(
                SmallNetwork::views, SmallNetwork::encoder, stl, noting, new Sgd(0.9, 0));
        GraphSession trained = new GraphSession(training.graph(), SessionOptions.DEFAULT);
        ModelGraph evaluation = ModelGraph.forEvaluation()) {
      trained.initialize(1);
      GraphContext g = evaluation.context();
      LearnedTransformations learned =
          stl.transformations(
              g.scope("objective"),
              SmallNetwork.encoder(g.scope("backbone")),
              SmallNetwork.views(g.scope("views")));
      try (GraphSession evaluated = new GraphSession(evaluation, SessionOptions.DEFAULT)) {
        evaluated.initialize(1);
        LearnedTransformations.Prediction prediction = learned.prediction().orElseThrow();
        assertThat(evaluated.fetch(prediction.predicted()))
            .containsExactly(trained.fetch(pairs.get(0).second().parts().get(1)), within(1e-5f));
        assertThat(evaluated.fetch(prediction.actual()))
            .containsExactly(trained.fetch(pairs.get(0).first().parts().get(1)), within(1e-5f));
        assertThat(evaluated.fetch(learned.representations().orElseThrow()))
            .hasSize(SmallNetwork.BATCH * 4);
      }
    }
  }

  @Test
  void learnsNothingOfTransformationsWithoutTheirTerms() {
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      GraphContext g = graph.context();
      LearnedTransformations learned =
          new Stl(new StlConfig(List.of(7, 4), new StlConfig.Weights(1, 0, 0)))
              .transformations(
                  g.scope("objective"),
                  SmallNetwork.encoder(g.scope("backbone")),
                  SmallNetwork.views(g.scope("views")));
      assertThat(learned.representations()).isEmpty();
      assertThat(learned.prediction()).isEmpty();
    }
  }

  private static BaseModel averaging(BaseModel base) {
    return new BaseModel() {
      @Override
      public Loss dissimilarity(GraphContext g, Pair pair) {
        return base.dissimilarity(g, pair);
      }

      @Override
      public Optional<AveragingSchedule> averaging() {
        return Optional.of(AveragingSchedule.constant(0.99));
      }
    };
  }

  private static Set<String> trained(StlConfig.Weights weights) {
    try (TrainingGraph graph = build(weights)) {
      return new TreeSet<>(graph.gradients().keySet());
    }
  }

  private static List<Float> losses(StlConfig.Weights weights, BaseModel base) {
    try (TrainingGraph graph = build(weights, base);
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(1);
      List<Float> values = new ArrayList<>();
      for (Loss.Term term : graph.loss().terms()) {
        Operand<TFloat32> value = term.value();
        values.add(session.fetch(value)[0]);
      }
      return values;
    }
  }

  private static TrainingGraph build(StlConfig.Weights weights) {
    return build(weights, SmallNetwork.distance(false));
  }

  private static TrainingGraph build(StlConfig.Weights weights, BaseModel base) {
    return TrainingGraph.build(
        SmallNetwork::views,
        SmallNetwork::encoder,
        new Stl(new StlConfig(List.of(7, 4), weights)),
        base,
        new Sgd(0.9, 0));
  }
}
