package io.equivar.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.VariableSpec;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PipelineStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Holds an {@link Objective} to the rules O1 to O15 of the SPI, with a small encoder and with two
 * small base methods, one of which uses targets. Say which objective by {@link #factory} and how it
 * is configured by {@link #configurations}.
 */
public abstract class ObjectiveKit extends LearningKit<ObjectiveFactory<?>> {

  private static final float TOLERANCE = 1e-4f;

  /** Makes the kit's tests; JUnit calls it. */
  protected ObjectiveKit() {}

  /**
   * Returns the steps that make the views; by default one that pairs share and one that they do
   * not, both with a label. Override it for an objective that needs particular transformations.
   */
  protected List<PipelineStep> steps() {
    return KitSteps.labelled();
  }

  @Override
  final Pipeline pipeline() {
    return Pipeline.of(imageShape(), steps());
  }

  @Override
  final Objective create(String configuration, ImageShape shape) {
    return create(factory(), configuration, shape);
  }

  private <C extends Record> Objective create(
      ObjectiveFactory<C> factory, String configuration, ImageShape shape) {
    return factory.create(bind(factory, configuration), place(shape));
  }

  @Test
  @DisplayName(
      "O1: The factory MUST have a name in kebab case, a description, and a configuration record"
          + " whose settings are described and whose defaults are accepted")
  public final void factoryDescribesItself() {
    checkFactory();
  }

  @Test
  @DisplayName(
      "O2: A bad configuration MUST be refused with a ConfigurationException that names the key")
  public final void badConfigurationsAreRefused() {
    checkRefusals();
  }

  @Test
  @DisplayName("O3: The loss MUST be a finite scalar, with every base method")
  public final void lossIsAFiniteScalar() {
    forEachGraph((graph, base, tried) -> requireFiniteScalar(graph, tried));
  }

  @Test
  @DisplayName("O4: The loss and its gradients MUST stay finite where all images are equal")
  public final void equalImagesStayFinite() {
    forEachGraph(
        (graph, base, tried) -> {
          Presupposed.check("O3", () -> requireFiniteScalar(graph, tried));
          requireFiniteOnUniformImages(graph, tried);
        });
  }

  @Test
  @DisplayName("O5: A gradient MUST reach the encoder and every trainable variable that is made")
  public final void everythingIsTrained() {
    forEachGraph((graph, base, tried) -> requireGradients(graph, tried));
  }

  @Test
  @DisplayName("O6: No gradient MUST reach a moving average or other state")
  public final void stateIsNotTrained() {
    forEachGraph((graph, base, tried) -> requireNoGradientOfState(graph, tried));
  }

  @Test
  @DisplayName("O7: The base method MUST be given a scope of its own at every call")
  public final void everyTermHasItsScope() {
    forEachGraph(
        (graph, base, tried) -> {
          List<String> scopes = new ArrayList<>();
          for (int call = 0; call < base.scopes().size(); call++) {
            String name = "scope-of-call-" + call;
            VariableSpec probe = VariableSpec.state(name, Initializer.constant(0), 1);
            scopes.add(base.scopes().get(call).variable(probe).name().replace(name, ""));
          }
          assertThat(scopes).as("scopes of the calls, " + tried).doesNotHaveDuplicates();
        });
  }

  @Test
  @DisplayName("O8: Two builds MUST agree: the same variables, and the same losses step by step")
  public final void buildsAgree() {
    Presupposed.check("O5", this::everythingIsTrained);
    Presupposed.check("O9", this::buildingIsPure);
    for (String configuration : tried()) {
      for (Supplier<KitBases> base : bases()) {
        Agreement.require(
            train(create(configuration, imageShape()), base.get()),
            train(create(configuration, imageShape()), base.get()),
            "the second build, " + configuration);
      }
    }
  }

  @Test
  @DisplayName("O9: Building MUST add no random or stateful operation")
  public final void buildingIsPure() {
    forEachGraph((graph, base, tried) -> requirePurity(graph, tried));
  }

  @Test
  @DisplayName(
      "O10: A batch of a single pair of images MUST be refused with a ConfigurationException, or"
          + " its loss be finite")
  public final void singlePairsAreRefusedOrFinite() {
    Presupposed.check("O3", this::lossIsAFiniteScalar);
    for (String configuration : tried()) {
      for (Supplier<KitBases> base : bases()) {
        requireFiniteOrRefused(
            create(configuration, imageShape()), base.get(), pipeline(), 2, configuration);
      }
    }
  }

  @Test
  @DisplayName(
      "O11: The loss MUST be computed from the values before the step, not from declared updates")
  public final void updatesComeAfterTheLoss() {
    forEachGraph((graph, base, tried) -> requireValuesBeforeTheStep(graph, tried));
  }

  @Test
  @DisplayName(
      "O12: Targets MUST be made only where the base method asks for them, of the same images and"
          + " by the moving averages of the weights")
  public final void targetsAreMovingAverages() {
    for (String configuration : tried()) {
      LearningGraph plain = built(configuration, KitBases::plain).graph();
      assertThat(names(plain.variables().stream().filter(each -> each.follows().isPresent())))
          .as("moving averages that nobody asked for, " + configuration)
          .isEmpty();
      Built asking = built(configuration, KitBases::withTargets);
      for (Pair pair : ((KitBases) asking.base()).pairs()) {
        requireTarget(asking.graph(), pair.first(), pair.firstTarget(), configuration);
        requireTarget(asking.graph(), pair.second(), pair.secondTarget(), configuration);
      }
    }
  }

  private static void requireTarget(
      LearningGraph graph, Side side, Side target, String configuration) {
    for (int part = 0; part < side.parts().size(); part++) {
      Operand<TFloat32> online = side.parts().get(part);
      Operand<TFloat32> averaged = target.parts().get(part);
      Set<String> trained =
          graph.reads(graph.variables().stream().filter(GraphVariable::trainable));
      trained.retainAll(GraphRules.sources(averaged));
      assertThat(trained).as("trained variables behind a target, " + configuration).isEmpty();
      List<float[]> values = graph.fetch(graph.feed(0), List.of(online, averaged));
      assertThat(values.get(1))
          .as("a target at the start, when averages are the weights, " + configuration)
          .containsExactly(values.get(0), within(TOLERANCE));
    }
  }

  @Test
  @DisplayName(
      "O13: A transformation without a label MUST be used as it is, or refused with a"
          + " ConfigurationException that names it")
  public final void unlabelledStepsAreUsedOrRefusedByName() {
    Presupposed.check("O3", this::lossIsAFiniteScalar);
    List<PipelineStep> steps = new ArrayList<>(steps());
    PipelineStep unlabelled = KitSteps.unlabelled(steps.size());
    steps.add(unlabelled);
    for (String configuration : tried()) {
      requireFiniteOrRefused(
              create(configuration, imageShape()),
              KitBases.plain(),
              Pipeline.of(imageShape(), steps),
              batchSize(),
              configuration)
          .ifPresent(
              refusal ->
                  assertThat(refusal.getMessage())
                      .as("the refusal, " + configuration)
                      .containsAnyOf(unlabelled.id(), unlabelled.location()));
    }
  }

  @Test
  @DisplayName("O14: The terms of the loss MUST have different names in kebab case")
  public final void termsHaveNames() {
    forEachGraph(
        (graph, base, tried) ->
            assertThat(graph.loss().terms())
                .as("terms, " + tried)
                .extracting(Loss.Term::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(KEBAB_CASE)));
  }

  @Test
  @DisplayName(
      "O15: What was learned of transformations MUST be finite, a row for each image, and computed"
          + " from variables that training makes")
  public final void whatWasLearnedComesFromTraining() {
    for (String configuration : tried()) {
      LearningGraph training = built(configuration, KitBases::plain).graph();
      try (EvaluationGraph evaluation =
          new EvaluationGraph(create(configuration, imageShape()), pipeline(), batchSize())) {
        assertThat(evaluation.variables())
            .as("variables of the evaluation, " + configuration)
            .isSubsetOf(training.variables().stream().map(EvaluationGraph::described).toList());
        assertThat(evaluation.impure())
            .as("random or stateful operations of the evaluation, " + configuration)
            .isEmpty();
        assertThat(evaluation.rows())
            .as("rows of what was learned, " + configuration)
            .allMatch(rows -> rows == batchSize());
        assertThat(evaluation.values())
            .as("what was learned, " + configuration)
            .allSatisfy(ObjectiveKit::requireFinite);
      }
    }
  }

  private static void requireFinite(float[] values) {
    for (float value : values) {
      assertThat(value).isFinite();
    }
  }

  private void forEachGraph(GraphCheck check) {
    for (String configuration : tried()) {
      for (Supplier<KitBases> base : bases()) {
        Built built = built(configuration, base);
        check.check(built.graph(), (KitBases) built.base(), built.tried());
      }
    }
  }

  private Built built(String configuration, Supplier<KitBases> base) {
    return graph(
        configuration + ", " + base.get(), () -> create(configuration, imageShape()), base);
  }

  private static List<Supplier<KitBases>> bases() {
    return Stream.<Supplier<KitBases>>of(KitBases::plain, KitBases::withTargets).toList();
  }

  @FunctionalInterface
  private interface GraphCheck {
    void check(LearningGraph graph, KitBases base, String tried);
  }
}
