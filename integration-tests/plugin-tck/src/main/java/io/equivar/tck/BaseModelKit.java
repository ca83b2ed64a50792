package io.equivar.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.BaseModelFactory;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.tck.KitObjective.Form;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Holds a {@link BaseModel} to the rules B1 to B13 of the SPI, on representations of a small
 * encoder. Say which base method by {@link #factory} and how it is configured by {@link
 * #configurations}; small heads and queues keep the tests fast.
 */
public abstract class BaseModelKit extends LearningKit<BaseModelFactory<?>> {

  private static final float TOLERANCE = 1e-4f;
  private static final String OBJECTIVE = "objective.";

  /** Makes the kit's tests; JUnit calls it. */
  protected BaseModelKit() {}

  /**
   * Returns whether the method treats both sides alike; true by default. MoCo, whose queries and
   * keys come from one side each, is not symmetric.
   */
  protected boolean symmetric() {
    return true;
  }

  @Override
  final Pipeline pipeline() {
    return Pipeline.of(imageShape(), KitSteps.labelled());
  }

  @Override
  final BaseModel create(String configuration, ImageShape shape) {
    return create(factory(), configuration, shape);
  }

  private <C extends Record> BaseModel create(
      BaseModelFactory<C> factory, String configuration, ImageShape shape) {
    return factory.create(bind(factory, configuration), place(shape));
  }

  @Test
  @DisplayName(
      "B1: The factory MUST have a name in kebab case, a description, and a configuration record"
          + " whose settings are described and whose defaults are accepted")
  public final void factoryDescribesItself() {
    checkFactory();
  }

  @Test
  @DisplayName(
      "B2: A bad configuration MUST be refused with a ConfigurationException that names the key")
  public final void badConfigurationsAreRefused() {
    checkRefusals();
  }

  @Test
  @DisplayName("B3: The loss MUST be a finite scalar, for sides of one part and of several")
  public final void lossIsAFiniteScalar() {
    forEachGraph(Form.ONE_PART, LearningKit::requireFiniteScalar);
    forEachGraph(Form.TWO_PARTS, LearningKit::requireFiniteScalar);
  }

  @Test
  @DisplayName(
      "B4: The loss and its gradients MUST stay finite where all representations are equal or zero")
  public final void equalRepresentationsStayFinite() {
    forEachGraph(
        Form.ONE_PART,
        (graph, tried) -> {
          presupposeFiniteLoss(graph, tried);
          requireFiniteOnUniformImages(graph, tried + ", zero");
          graph.shake();
          requireFiniteOnUniformImages(graph, tried + ", equal");
        });
  }

  @Test
  @DisplayName("B5: A gradient MUST reach the encoder and every trainable variable that is made")
  public final void everythingIsTrained() {
    forEachGraph(Form.TWO_PARTS, LearningKit::requireGradients);
  }

  @Test
  @DisplayName("B6: No gradient MUST reach a moving average, a queue or other state")
  public final void stateIsNotTrained() {
    forEachGraph(Form.ONE_PART, LearningKit::requireNoGradientOfState);
  }

  @Test
  @DisplayName("B7: Terms in separate scopes MUST share no variables")
  public final void scopesShareNothing() {
    forEachTwoTerms(
        (graph, tried) -> {
          for (int term = 0; term < 2; term++) {
            String others = term == 0 ? KitObjective.SECOND : KitObjective.FIRST;
            Set<String> reads = graph.reads(inScope(graph, others));
            reads.retainAll(GraphRules.sources(graph.loss().terms().get(term).value()));
            assertThat(reads).as("what term %s reads of %s, %s", term, others, tried).isEmpty();
          }
          assertThat(relativeNames(graph, KitObjective.SECOND))
              .as("variables of the second term, " + tried)
              .isEqualTo(relativeNames(graph, KitObjective.FIRST));
        });
  }

  @Test
  @DisplayName("B8: Two builds MUST agree: the same variables, and the same losses step by step")
  public final void buildsAgree() {
    presuppose(Form.ONE_PART, "B5", LearningKit::requireGradients);
    presuppose(Form.ONE_PART, "B9", LearningKit::requirePurity);
    for (String configuration : tried()) {
      KitObjective objective = new KitObjective(Form.ONE_PART, 1);
      Agreement.require(
          train(objective, create(configuration, imageShape())),
          train(objective, create(configuration, imageShape())),
          "the second build, " + configuration);
    }
  }

  @Test
  @DisplayName("B9: Building MUST add no random or stateful operation")
  public final void buildingIsPure() {
    forEachGraph(Form.ONE_PART, LearningKit::requirePurity);
  }

  @Test
  @DisplayName(
      "B10: A batch of one MUST be refused with a ConfigurationException, or its loss be finite")
  public final void batchesOfOneAreRefusedOrFinite() {
    presuppose(Form.ONE_PART, "B3", LearningKit::requireFiniteScalar);
    for (String configuration : tried()) {
      requireFiniteOrRefused(
          new KitObjective(Form.ONE_ROW, 1),
          create(configuration, imageShape()),
          pipeline(),
          2,
          configuration);
    }
  }

  @Test
  @DisplayName(
      "B11: The loss MUST be computed from the values before the step, not from declared updates")
  public final void updatesComeAfterTheLoss() {
    forEachGraph(Form.ONE_PART, LearningKit::requireValuesBeforeTheStep);
  }

  @Test
  @DisplayName(
      "B12: Exchanging the sides MUST NOT change the loss, unless the method itself is asymmetric")
  public final void sidesAreTreatedAlike() {
    if (symmetric()) {
      forEachTwoTerms(
          (graph, tried) -> {
            Presupposed.check("B9", () -> requirePurity(graph, tried));
            presupposeFiniteLoss(graph, tried);
            for (String name : relativeNames(graph, KitObjective.SECOND)) {
              graph.copy(
                  name.replace("*", KitObjective.FIRST), name.replace("*", KitObjective.SECOND));
            }
            List<Operand<TFloat32>> terms =
                graph.loss().terms().stream().map(term -> term.value()).toList();
            List<float[]> losses = graph.fetch(graph.feed(0), terms);
            float first = losses.get(0)[0];
            assertThat(losses.get(1)[0])
                .as("the loss of exchanged sides, " + tried)
                .isCloseTo(first, within(TOLERANCE * Math.max(1, Math.abs(first))));
          });
    }
  }

  @Test
  @DisplayName(
      "B13: A method that uses targets MUST give a schedule for them, with momenta in [0, 1]")
  public final void targetsHaveASchedule() {
    for (String configuration : tried()) {
      Built built = built(configuration, new KitObjective(Form.ONE_PART, 1));
      BaseModel base = built.base();
      if (built.graph().variables().stream().anyMatch(made -> made.follows().isPresent())) {
        assertThat(base.averaging()).as("averaging(), " + configuration).isPresent();
      }
      for (double progress = 0; progress < 1; progress += 0.125) {
        for (AveragingSchedule schedule : base.averaging().stream().toList()) {
          assertThat(schedule.momentum(progress))
              .as("the momentum at %s, %s", progress, configuration)
              .isBetween(0.0, 1.0);
        }
      }
    }
  }

  private void forEachGraph(Form form, BiConsumer<LearningGraph, String> check) {
    forEachGraph(new KitObjective(form, 1), check);
  }

  private void forEachTwoTerms(BiConsumer<LearningGraph, String> check) {
    forEachGraph(new KitObjective(Form.ONE_PART, 2), check);
  }

  private void forEachGraph(KitObjective objective, BiConsumer<LearningGraph, String> check) {
    for (String configuration : tried()) {
      Built built = built(configuration, objective);
      check.accept(built.graph(), built.tried());
    }
  }

  private Built built(String configuration, KitObjective objective) {
    return graph(
        configuration + ", " + objective.form() + ", terms: " + objective.terms(),
        () -> objective,
        () -> create(configuration, imageShape()));
  }

  private void presuppose(Form form, String rule, BiConsumer<LearningGraph, String> check) {
    Presupposed.check(rule, () -> forEachGraph(form, check));
  }

  private static void presupposeFiniteLoss(LearningGraph graph, String tried) {
    Presupposed.check("B3", () -> requireFiniteScalar(graph, tried));
  }

  private static Stream<GraphVariable> inScope(LearningGraph graph, String term) {
    return graph.variables().stream()
        .filter(variable -> variable.name().contains(OBJECTIVE + term + "."));
  }

  /** Returns the names of a term's variables, with {@code *} for the term. */
  private static Set<String> relativeNames(LearningGraph graph, String term) {
    return new HashSet<>(
        inScope(graph, term).map(variable -> variable.name().replace(term, "*")).toList());
  }
}
