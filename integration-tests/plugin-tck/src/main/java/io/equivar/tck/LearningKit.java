package io.equivar.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.factory.Factory;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Pair;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.ViewGraph;
import io.equivar.core.train.Sgd;
import io.equivar.core.train.TrainingGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;

/**
 * What the kits of base methods and objectives have in common: a loss that is trained.
 *
 * @param <F> the kind of factory
 */
abstract class LearningKit<F extends Factory<?>> extends FactoryKit<F> {

  private static final int BATCHES = 3;
  private static final double LEARNING_RATE = 0.05;

  private final Map<String, Built> graphs = new HashMap<>();

  /** Returns the number of images in a batch, even; by default 8. */
  protected int batchSize() {
    return 8;
  }

  /** Returns the size of the images; by default 8 x 8. */
  protected ImageShape imageShape() {
    return ImageShape.square(8);
  }

  @Override
  final ImageShape usualShape() {
    return imageShape();
  }

  /** Returns the pipeline that makes the views. */
  abstract Pipeline pipeline();

  /**
   * Returns the graph of an objective and a base method, with all variables at their initial
   * values; built once for all tests.
   *
   * @param key what distinguishes it from others
   */
  final Built graph(String key, Supplier<Objective> objective, Supplier<? extends BaseModel> base) {
    Built known = graphs.get(key);
    if (known == null) {
      BaseModel made = base.get();
      known =
          new Built(key, made, new LearningGraph(objective.get(), made, pipeline(), batchSize()));
      graphs.put(key, known);
    } else {
      known.graph().reset();
    }
    return known;
  }

  /** Frees the graphs; JUnit calls it. */
  @AfterAll
  public final void closeGraphs() {
    graphs.values().forEach(built -> built.graph().close());
    graphs.clear();
  }

  static void requireFiniteScalar(LearningGraph graph, String tried) {
    for (long batch = 0; batch < BATCHES; batch++) {
      float[] loss = graph.loss(graph.feed(batch));
      assertThat(loss).as("elements of the loss, " + tried).hasSize(1);
      assertThat(loss[0]).as("the loss, " + tried).isFinite();
    }
  }

  static void requireFiniteOnUniformImages(LearningGraph graph, String tried) {
    Feed black = graph.blackFeed();
    assertThat(graph.loss(black)[0]).as("the loss of equal images, " + tried).isFinite();
    graph
        .gradients(black)
        .forEach(
            (name, gradient) -> {
              for (float value : gradient) {
                if (!Float.isFinite(value)) {
                  fail(tried + ": on equal images the gradient of " + name + " is " + value);
                }
              }
            });
  }

  static void requireGradients(LearningGraph graph, String tried) {
    Set<String> trainable = names(graph.variables().stream().filter(GraphVariable::trainable));
    assertThat(reached(graph))
        .as("variables that a gradient reaches, %s%s", tried, graph.gradientFailure())
        .containsAll(trainable);
  }

  static void requireNoGradientOfState(LearningGraph graph, String tried) {
    Set<String> state = names(graph.variables().stream().filter(v -> !v.trainable()));
    state.retainAll(reached(graph));
    assertThat(state).as("state that a gradient reaches, " + tried).isEmpty();
  }

  /** Returns the variables with a gradient other than zero on one of several batches. */
  private static Set<String> reached(LearningGraph graph) {
    graph.shake();
    Set<String> reached = new HashSet<>();
    for (long batch = 0; batch < BATCHES; batch++) {
      graph
          .gradients(graph.feed(batch))
          .forEach(
              (name, gradient) -> {
                for (float value : gradient) {
                  if (value != 0) {
                    reached.add(name);
                  }
                }
              });
    }
    return reached;
  }

  static void requirePurity(LearningGraph graph, String tried) {
    assertThat(graph.impure()).as("random or stateful operations, " + tried).isEmpty();
  }

  static void requireValuesBeforeTheStep(LearningGraph graph, String tried) {
    Set<String> sources = GraphRules.sources(graph.loss().value());
    assertThat(
            names(
                graph.variables().stream()
                    .filter(
                        variable ->
                            variable
                                .declared()
                                .map(GraphRules::key)
                                .filter(sources::contains)
                                .isPresent())))
        .as("variables whose value after the step is part of the loss, " + tried)
        .isEmpty();
  }

  /** Builds a graph with a finite loss, or is refused. */
  static Optional<ConfigurationException> requireFiniteOrRefused(
      Objective objective, BaseModel base, Pipeline pipeline, int batchSize, String tried) {
    try (LearningGraph graph = new LearningGraph(objective, base, pipeline, batchSize)) {
      assertThat(graph.loss(graph.feed(0))[0]).as("the loss, " + tried).isFinite();
      return Optional.empty();
    } catch (ConfigurationException refused) {
      return Optional.of(refused);
    }
  }

  /** Makes a few steps of training, and returns the losses and the variables' last values. */
  final Map<String, List<Float>> train(Objective objective, BaseModel base) {
    Pipeline pipeline = pipeline();
    List<ViewGraph> views = new ArrayList<>();
    Map<String, List<Float>> outcome = new HashMap<>();
    try (TrainingGraph graph =
            TrainingGraph.build(
                g -> {
                  views.add(ViewGraph.build(g, pipeline, batchSize()));
                  return views.get(0);
                },
                KitEncoder::make,
                objective,
                new Scheduled(base),
                new Sgd(0.9, 0));
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(1);
      List<Float> losses = new ArrayList<>();
      for (long step = 0; step < BATCHES; step++) {
        losses.add(
            Feed.random(pipeline, batchSize(), step)
                .run(
                    session,
                    views.get(0),
                    List.of(graph.loss().value()),
                    Map.of(
                        graph.learningRate(),
                        LEARNING_RATE,
                        graph.averagingMomentum(),
                        graph.averagingMomentumAt(0)),
                    Optional.of(graph.step()))
                .get(0)[0]);
      }
      outcome.put("losses", losses);
      List<GraphVariable> variables = List.copyOf(graph.graph().variables());
      Iterator<float[]> values =
          Feed.random(pipeline, batchSize(), 0)
              .run(
                  session,
                  views.get(0),
                  variables.stream().map(GraphVariable::value).toList(),
                  Map.of(),
                  Optional.empty())
              .iterator();
      variables.forEach(variable -> outcome.put(variable.name(), boxed(values.next())));
    }
    return outcome;
  }

  private static List<Float> boxed(float[] values) {
    List<Float> boxed = new ArrayList<>();
    for (float value : values) {
      boxed.add(value);
    }
    return boxed;
  }

  static Set<String> names(Stream<GraphVariable> variables) {
    return new HashSet<>(variables.map(GraphVariable::name).toList());
  }

  /**
   * A graph that was built.
   *
   * @param tried what it was built of
   * @param base the base method in it
   * @param graph the graph
   */
  record Built(String tried, BaseModel base, LearningGraph graph) {}

  /** A base method with a schedule in range, whatever its own is: that is a rule of its own. */
  private record Scheduled(BaseModel base) implements BaseModel {

    @Override
    public Loss dissimilarity(GraphContext g, Pair pair) {
      return base.dissimilarity(g, pair);
    }

    @Override
    public Optional<AveragingSchedule> averaging() {
      return Optional.of(
          progress ->
              base.averaging()
                  .map(schedule -> Math.max(0, Math.min(1, schedule.momentum(progress))))
                  .orElse(0.9));
    }
  }
}
