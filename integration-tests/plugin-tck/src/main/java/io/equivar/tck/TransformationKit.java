package io.equivar.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.Transformation;
import io.equivar.api.transformation.TransformationFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/**
 * Holds a {@link Transformation} to the rules T1 to T15 of the SPI. Say which transformation by
 * {@link #factory} and how it is configured by {@link #configurations}.
 */
public abstract class TransformationKit extends SampledKit<TransformationFactory<?>> {

  private static final int BATCH = 4;

  /** For values around 1: kernels may add in another order when the batch has another size. */
  private static final float TOLERANCE = 1e-5f;

  /** The graphs that several tests run; built once. */
  private final Map<Case, AppliedGraph> graphs = new HashMap<>();

  /** Makes the kit's tests; JUnit calls it. */
  protected TransformationKit() {}

  /**
   * Returns the range of what images in [0, 1] become, as the transformation documents it: by
   * default [0, 1]. A normalisation, or a change of brightness that does not clip, has another.
   */
  protected ValueRange outputRange() {
    return ValueRange.COLORS;
  }

  @Override
  final Transformation create(String configuration, ImageShape shape) {
    return create(factory(), configuration, shape);
  }

  private <C extends Record> Transformation create(
      TransformationFactory<C> factory, String configuration, ImageShape shape) {
    return factory.create(bind(factory, configuration), place(shape));
  }

  @Test
  @DisplayName(
      "T1: The factory MUST have a name in kebab case, a description, and a configuration record"
          + " whose settings are described and whose defaults are accepted")
  public final void factoryDescribesItself() {
    checkFactory();
  }

  @Test
  @DisplayName(
      "T2: A bad configuration MUST be refused with a ConfigurationException that names the key")
  public final void badConfigurationsAreRefused() {
    checkRefusals();
  }

  @Test
  @DisplayName("T3: The parameters and the output size MUST be the same at every call")
  public final void answersStay() {
    checkAnswers();
  }

  @Test
  @DisplayName("T4: Sampling MUST set every declared column and no other")
  public final void columnsAreSet() {
    checkColumns();
  }

  @Test
  @DisplayName("T5: Every sampled value MUST lie in the range of its column")
  public final void valuesAreInRange() {
    checkRanges();
  }

  @Test
  @DisplayName("T6: The same state of the random generator MUST give the same row")
  public final void rowsReplay() {
    checkReplay();
  }

  @Test
  @DisplayName("T7: Sampling from several threads at once MUST give the rows that one thread gives")
  public final void threadsSampleAlike() {
    checkThreads("T6");
  }

  @Test
  @DisplayName(
      "T8: Where there are parameters that change nothing, identity MUST set all of them, within"
          + " their ranges, and the images MUST leave unchanged")
  public final void identityChangesNothing() {
    forEachGraph(
        (tried, transformation, graph) -> {
          KitRow identity = new KitRow(transformation.parameters());
          if (transformation.identity(identity)) {
            for (Column column : transformation.parameters().columns()) {
              assertThat(identity.values()).as("identity, " + tried).containsKey(column.name());
              assertThat(identity.get(column.name()))
                  .as(column + " of the identity, " + tried)
                  .matches(value -> KitRow.accepts(column, value), "is in the column's range");
            }
            requirePurityFirst(graph);
            List<KitRow> rows = rows(transformation, 0);
            rows.set(0, identity);
            rows.set(2, identity);
            List<float[]> images = images(tried.shape(), 0);
            AppliedGraph.View changed = graph.run(images, rows).get(0);
            for (int place : new int[] {0, 2}) {
              requireClose(
                  "the identity, " + tried, changed.image(BATCH, place), images.get(place));
            }
          }
        });
  }

  @Test
  @DisplayName("T9: Applying MUST make no variables")
  public final void applyingMakesNoVariables() {
    forEachGraph(
        (tried, transformation, graph) ->
            assertThat(graph.variables()).as("variables, " + tried).isEmpty());
  }

  @Test
  @DisplayName("T10: Applying MUST add no random or stateful operation")
  public final void applyingIsPure() {
    forEachGraph((tried, transformation, graph) -> requirePurity(graph));
  }

  @Test
  @DisplayName(
      "T11: Images of every size MUST leave with the declared output size and three channels,"
          + " whether or not their number is known when the graph is built")
  public final void sizesAreAsDeclared() {
    forEachGraph(this::requireDeclaredSize);
    for (String configuration : tried()) {
      Case tried = new Case(configuration, usualShape());
      Transformation transformation = create(configuration, usualShape());
      try (AppliedGraph anyNumber = new AppliedGraph(transformation, usualShape(), -1)) {
        requireDeclaredSize(tried, transformation, anyNumber);
      }
    }
  }

  private void requireDeclaredSize(Case tried, Transformation transformation, AppliedGraph graph) {
    ImageShape output = transformation.outputShape(tried.shape());
    assertThat(graph.run(images(tried.shape(), 0), rows(transformation, 0)))
        .as("the shape of what leaves, " + tried)
        .extracting(AppliedGraph.View::shape)
        .containsOnly(Shape.of(BATCH, output.height(), output.width(), 3));
  }

  @Test
  @DisplayName(
      "T12: Values MUST stay finite, for black, uniform and normalised images as for others")
  public final void valuesStayFinite() {
    forEachGraph(
        (tried, transformation, graph) -> {
          requireFinite(tried, graph.run(colors(tried.shape()), rows(transformation, 0)));
          requireFinite(tried, graph.run(otherValues(tried.shape()), rows(transformation, 4)));
        });
  }

  @Test
  @DisplayName("T13: Images in [0, 1] MUST leave within the documented range, by default [0, 1]")
  public final void valuesStayInRange() {
    ValueRange range = outputRange();
    forEachGraph(
        (tried, transformation, graph) -> {
          for (long seed = 0; seed < 4 * BATCH; seed += BATCH) {
            List<AppliedGraph.View> views =
                graph.run(colors(tried.shape()), rows(transformation, seed));
            Presupposed.check("T12", () -> requireFinite(tried, views));
            for (float value : views.get(0).values()) {
              if (!range.holds(value, TOLERANCE)) {
                fail(tried + ": values must lie in " + range + ", got " + value);
              }
            }
          }
        });
  }

  @Test
  @DisplayName("T14: An image MUST be changed by its own row and by nothing else in the batch")
  public final void rowsAreIndependent() {
    forEachGraph(
        (tried, transformation, graph) -> {
          requirePurityFirst(graph);
          List<float[]> images = images(tried.shape(), 0);
          List<KitRow> rows = rows(transformation, 0);
          AppliedGraph.View together = graph.run(images, rows).get(0);
          for (int place = 0; place < BATCH; place++) {
            List<float[]> others = images(tried.shape(), BATCH);
            List<KitRow> otherRows = rows(transformation, BATCH);
            others.set(place, images.get(place));
            otherRows.set(place, rows.get(place));
            requireClose(
                "image " + place + " among others, " + tried,
                graph.run(others, otherRows).get(0).image(BATCH, place),
                together.image(BATCH, place));
          }
          if (!tried.shape().equals(usualShape())) {
            return;
          }
          try (AppliedGraph single = new AppliedGraph(transformation, tried.shape(), 1)) {
            requireClose(
                "image 0 alone, " + tried,
                single.run(images.subList(0, 1), rows.subList(0, 1)).get(0).values(),
                together.image(BATCH, 0));
          }
        });
  }

  @Test
  @DisplayName(
      "T15: Equal rows MUST act equally on different images, at every place of the batch, in either"
          + " view and in every graph")
  public final void equalRowsActEqually() {
    forEachGraph(
        (tried, transformation, graph) -> {
          requirePurityFirst(graph);
          List<float[]> two = images(tried.shape(), 0).subList(0, 2);
          List<float[]> images = List.of(two.get(0), two.get(1), two.get(1), two.get(0));
          requireEqualAction("in one graph, " + tried, List.of(graph), transformation, images);
          if (tried.shape().equals(usualShape())) {
            Transformation another = create(tried.configuration(), tried.shape());
            try (AppliedGraph anotherGraph = new AppliedGraph(another, tried.shape(), BATCH)) {
              requireEqualAction(
                  "in two graphs, " + tried, List.of(graph, anotherGraph), transformation, images);
            }
          }
        });
  }

  /** Checks that images 0 and 3, and 1 and 2, which are equal, become equal in every view. */
  private static void requireEqualAction(
      String tried,
      List<AppliedGraph> graphs,
      Transformation transformation,
      List<float[]> images) {
    for (KitRow row : rows(transformation, 0)) {
      List<KitRow> rows = Collections.nCopies(BATCH, row);
      List<AppliedGraph.View> views =
          graphs.stream().flatMap(graph -> graph.run(images, rows).stream()).toList();
      float[] first = views.get(0).image(BATCH, 0);
      float[] second = views.get(0).image(BATCH, 1);
      for (AppliedGraph.View view : views) {
        requireClose("the first image " + tried, view.image(BATCH, 0), first);
        requireClose("the first image, moved, " + tried, view.image(BATCH, 3), first);
        requireClose("the second image " + tried, view.image(BATCH, 1), second);
        requireClose("the second image, moved, " + tried, view.image(BATCH, 2), second);
      }
    }
  }

  private void forEachGraph(GraphCheck check) {
    for (Case tried : cases()) {
      AppliedGraph graph =
          graphs.computeIfAbsent(
              tried,
              each ->
                  new AppliedGraph(
                      create(each.configuration(), each.shape()), each.shape(), BATCH));
      check.check(tried, graph.transformation(), graph);
    }
  }

  /** Frees the graphs; JUnit calls it. */
  @AfterAll
  public final void closeGraphs() {
    graphs.values().forEach(AppliedGraph::close);
    graphs.clear();
  }

  private static void requirePurity(AppliedGraph graph) {
    assertThat(graph.impure()).as("random or stateful operations").isEmpty();
  }

  /** What is random cannot be compared with itself. */
  private static void requirePurityFirst(AppliedGraph graph) {
    Presupposed.check("T10", () -> requirePurity(graph));
  }

  private static void requireFinite(Case tried, List<AppliedGraph.View> views) {
    for (float value : views.get(0).values()) {
      if (!Float.isFinite(value)) {
        fail(tried + ": values must be finite, got " + value);
      }
    }
  }

  private static void requireClose(String what, float[] actual, float[] expected) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= TOLERANCE)) {
        fail(what + ": value " + i + " must be " + expected[i] + ", got " + actual[i]);
      }
    }
  }

  private static List<KitRow> rows(Transformation transformation, long seed) {
    return new ArrayList<>(
        LongStream.range(seed, seed + BATCH)
            .mapToObj(each -> KitRow.drawn(transformation, each).usable())
            .toList());
  }

  private static List<float[]> images(ImageShape shape, long number) {
    return new ArrayList<>(
        LongStream.range(number, number + BATCH)
            .mapToObj(each -> TestImages.random(shape, each))
            .toList());
  }

  private static List<float[]> colors(ImageShape shape) {
    return List.of(
        TestImages.uniform(shape, 0),
        TestImages.uniform(shape, 1),
        TestImages.extreme(shape),
        TestImages.random(shape, 0));
  }

  private static List<float[]> otherValues(ImageShape shape) {
    return List.of(
        TestImages.uniform(shape, 0.5f),
        TestImages.uniform(shape, -2),
        TestImages.normalized(shape),
        TestImages.uniform(shape, 0));
  }

  @FunctionalInterface
  private interface GraphCheck {
    void check(Case tried, Transformation transformation, AppliedGraph graph);
  }
}
