package io.equivar.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.image.TableParameters;
import io.equivar.core.pipeline.PartnerRows;
import io.equivar.core.train.Sgd;
import io.equivar.core.train.TrainingGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What the objectives that learn from labels make of pipelines, weights and targets. */
class ObjectiveRulesTest {

  private static final int BATCH = 4;
  private static final int WIDTH = 4;
  private static final ImageShape SHAPE = ImageShape.square(4);

  private static final Given CROP =
      new Given(
          "random-resized-crop",
          Sharing.PAIR,
          ParameterSpec.of(unit("left"), unit("top"), unit("width"), unit("height")));
  private static final Given JITTER =
      new Given(
          "color-jitter",
          Sharing.PAIR,
          ParameterSpec.of(unit("brightness"), unit("contrast"), unit("saturation"), unit("hue")));
  private static final Given FLIP =
      new Given("horizontal-flip", Sharing.IMAGE, ParameterSpec.none());

  /** A step, without its draws. */
  private record Given(String name, Sharing sharing, ParameterSpec spec) {

    ViewStep at(Ops tf, int place) {
      Operand<TFloat32> table = tf.constant(new float[BATCH][spec.columns().size()]);
      TableParameters drawn = new TableParameters(tf, table, spec);
      Operand<TFloat32> coins = tf.constant(new float[BATCH]);
      return new GivenStep(
          "test:" + name,
          "pipeline[" + place + "]." + name,
          sharing,
          true,
          spec,
          drawn,
          drawn,
          coins,
          coins);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"augself", "e-ssl", "equimod", "sie", "sen"})
  void refusesASharedStepWithoutLabelAndSuggestsStl(String name) {
    Given chains =
        new Given("augmix", Sharing.PAIR, ParameterSpec.of(unit("depth")).withoutLabel());
    assertThatThrownBy(() -> trained(objective(name, Map.of()), CROP, JITTER, chains))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "pipeline[2].augmix must have a label that says what was done to an image, because the"
                + " objective "
                + name
                + " learns from it, got test:augmix, which has none. Use the objective stl, which"
                + " needs no labels, or another transformation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"augself", "e-ssl", "equimod", "sie", "sen"})
  void takesAStepWithoutLabelThatNobodyShares(String name) {
    Given chains =
        new Given("augmix", Sharing.IMAGE, ParameterSpec.of(unit("depth")).withoutLabel());
    assertThat(trained(objective(name, Map.of()), CROP, JITTER, chains))
        .contains("backbone.dense.weight", "objective.invariance.head.weight");
  }

  @ParameterizedTest
  @ValueSource(strings = {"equimod", "sie", "sen"})
  void refusesPipelinesInWhichPairsShareNothing(String name) {
    assertThatThrownBy(() -> trained(objective(name, Map.of()), FLIP))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("pipeline must have a step with parameters that a pair shares")
        .hasMessageContaining("objective " + name);
    assertThat(trained(objective(name, Map.of("steps", "all")), FLIP))
        .contains("objective.hypernetwork.weight");
  }

  @Test
  void augSelfRefusesWhatItCannotFindOnce() {
    Objective augSelf = objective("augself", Map.of());
    assertThatThrownBy(() -> trained(augSelf, CROP))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "pipeline must have a step color-jitter, because the objective augself predicts it,"
                + " got none. Add the step, or set weights.color of the objective to 0");
    assertThatThrownBy(() -> trained(augSelf, CROP, JITTER, CROP))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "pipeline must have one step random-resized-crop, because the objective augself"
                + " predicts it, got pipeline[0].random-resized-crop and"
                + " pipeline[2].random-resized-crop. Keep one, or set weights.crop of the"
                + " objective to 0");
  }

  @Test
  void augSelfPredictsWhatItIsAskedFor() {
    Map<String, ?> flipAlone = Map.of("invariance", 0, "crop", 0, "color", 0, "flip", 1);
    assertThat(trained(objective("augself", Map.of("weights", flipAlone)), FLIP))
        .contains("backbone.dense.weight", "objective.flip.6.bias")
        .allMatch(name -> name.startsWith("backbone.") || name.startsWith("objective.flip."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"equimod", "sie", "sen"})
  void termsOfWeightZeroAreNotBuilt(String name) {
    Map<String, ?> invariance = Map.of("weights", Map.of("equivariance", 0));
    assertThat(trained(objective(name, invariance), CROP))
        .containsExactly("backbone.dense.weight", "objective.invariance.head.weight");
    Map<String, ?> equivariance = Map.of("weights", Map.of("invariance", 0));
    assertThat(trained(objective(name, equivariance), CROP))
        .contains("objective.hypernetwork.weight")
        .noneMatch(variable -> variable.contains("invariance."));
  }

  @Test
  void senRefusesMoreNegativesThanThereAreOtherPairs() {
    assertThat(trained(objective("sen", Map.of("negatives", 1)), CROP))
        .contains("objective.projector.0.weight");
    assertThatThrownBy(() -> trained(objective("sen", Map.of("negatives", 2)), CROP))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "objective.sen.negatives must be at most the number of other pairs in a batch, 1, got"
                + " 2. Use a larger batch");
  }

  @Test
  void sieRefusesAnEmptyPart() {
    assertThatThrownBy(() -> trained(objective("sie", Map.of("equivariant-share", 0.1)), CROP))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "objective.sie.equivariant-share must leave at least one column to either part of 4,"
                + " got 0.1");
  }

  @Test
  void publishedSieLeavesTheBaseMethodOut() {
    Map<String, ?> published =
        Map.of("form", "published", "published", Map.of("expander", List.of(8, 6)));
    assertThat(trained(objective("sie", published), CROP))
        .contains(
            "objective.invariant-expander.0.weight",
            "objective.equivariant-expander.3.weight",
            "objective.hypernetwork.weight")
        .noneMatch(variable -> variable.contains("head"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"equimod", "sie"})
  void targetsUseMovingAveragesOnDemand(String name) {
    Objective objective = objective(name, Map.of());
    assertThat(variables(objective, distance(Pair::second)))
        .noneMatch(variable -> variable.startsWith("averaged."));
    assertThat(variables(objective, averaging(distance(Pair::firstTarget))))
        .contains("averaged.backbone.dense.weight")
        .doesNotContain("averaged.objective.hypernetwork.weight");
    assertThat(variables(objective, averaging(distance(Pair::secondTarget))))
        .contains("averaged.backbone.dense.weight", "averaged.objective.hypernetwork.weight");
  }

  private static Column unit(String name) {
    return Column.continuous(name, 0, 1, "");
  }

  private static Objective objective(String name, Map<String, ?> settings) {
    return Objectives.find(name, settings, SHAPE).orElseThrow();
  }

  private static List<String> trained(Objective objective, Given... steps) {
    try (TrainingGraph graph = build(objective, distance(Pair::second), steps)) {
      return List.copyOf(new TreeSet<>(graph.gradients().keySet()));
    }
  }

  private static List<String> variables(Objective objective, BaseModel base) {
    try (TrainingGraph graph = build(objective, base, CROP)) {
      return graph.graph().variables().stream().map(GraphVariable::name).toList();
    }
  }

  private static TrainingGraph build(Objective objective, BaseModel base, Given... steps) {
    return TrainingGraph.build(
        g -> views(g.tf(), Arrays.asList(steps)),
        g -> MomentEncoder.of(g, WIDTH),
        objective,
        base,
        new Sgd(0.9, 0));
  }

  private static GivenViews views(Ops tf, List<Given> steps) {
    List<ViewStep> placed = new ArrayList<>();
    for (Given step : steps) {
      placed.add(step.at(tf, placed.size()));
    }
    Operand<TFloat32> images = tf.constant(new float[BATCH][SHAPE.height()][SHAPE.width()][3]);
    return new GivenViews(images, images, placed, new PartnerRows(tf, BATCH));
  }

  /** Says what the first side is compared with. */
  @FunctionalInterface
  private interface Other {
    Side of(Pair pair);
  }

  /** A base method with a head, that compares the first side with another. */
  private static BaseModel distance(Other other) {
    return (g, pair) -> {
      Ops tf = g.tf();
      Side first = pair.first().map(g.dense("head", pair.width(), 3, false));
      Side second = other.of(pair);
      return Loss.of(
          tf.math.add(
              tf.math.mean(first.joined(tf), tf.constant(new int[] {0, 1})),
              tf.math.mean(
                  tf.math.squaredDifference(pair.second().joined(tf), second.joined(tf)),
                  tf.constant(new int[] {0, 1}))));
    };
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
}
