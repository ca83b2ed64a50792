package io.equivar.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.SampledTransformation;
import io.equivar.api.transformation.StepFactory;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * What the kits of both kinds of transformations have in common: rows that are sampled.
 *
 * @param <F> the kind of factory
 */
abstract class SampledKit<F extends StepFactory<?>> extends FactoryKit<F> {

  private static final int ROWS = 64;
  private static final int THREADS = 8;

  /**
   * Returns the sizes of images that the transformation is tried with. By default a square, a wide
   * and a high one; override it where the transformation needs larger images.
   */
  protected List<ImageShape> imageShapes() {
    return List.of(ImageShape.square(12), new ImageShape(13, 20), new ImageShape(18, 11));
  }

  @Override
  abstract SampledTransformation create(String configuration, ImageShape shape);

  @Override
  final ImageShape usualShape() {
    return imageShapes().get(0);
  }

  /** Returns every configuration at every size. */
  final List<Case> cases() {
    List<ImageShape> shapes = imageShapes();
    assertThat(shapes).as("imageShapes() of the kit").isNotEmpty();
    return tried().stream()
        .flatMap(configuration -> shapes.stream().map(shape -> new Case(configuration, shape)))
        .toList();
  }

  final void checkAnswers() {
    for (Case tried : cases()) {
      SampledTransformation transformation = create(tried.configuration(), tried.shape());
      ParameterSpec spec = transformation.parameters();
      ImageShape output = transformation.outputShape(tried.shape());
      KitRow.drawn(transformation, 1);
      assertThat(transformation.parameters()).as("parameters, " + tried).isEqualTo(spec);
      assertThat(transformation.outputShape(tried.shape()))
          .as("output size, " + tried)
          .isEqualTo(output);
      assertThat(create(tried.configuration(), tried.shape()).parameters())
          .as("parameters of another instance, " + tried)
          .isEqualTo(spec);
    }
  }

  final void checkColumns() {
    forEachRow(
        (columns, row, description) ->
            assertThat(row.names())
                .as("columns of " + description)
                .isEqualTo(new TreeSet<>(columns.stream().map(Column::name).toList())));
  }

  final void checkRanges() {
    forEachRow(
        (columns, row, description) ->
            columns.stream()
                .filter(column -> row.names().contains(column.name()))
                .forEach(
                    column ->
                        assertThat(row.get(column.name()))
                            .as(column + " of " + description)
                            .satisfies(
                                value ->
                                    assertThat(KitRow.accepts(column, value))
                                        .as(value + " is in range")
                                        .isTrue())));
  }

  final void checkReplay() {
    for (Case tried : cases()) {
      SampledTransformation transformation = create(tried.configuration(), tried.shape());
      SampledTransformation another = create(tried.configuration(), tried.shape());
      List<KitRow> rows = rows(seed -> KitRow.drawn(transformation, seed));
      assertThat(rows(seed -> KitRow.drawn(transformation, seed)))
          .as("rows drawn again, " + tried)
          .isEqualTo(rows);
      assertThat(rows(seed -> KitRow.drawn(another, seed)))
          .as("rows drawn by another instance, " + tried)
          .isEqualTo(rows);
    }
  }

  final void checkThreads(String replay) {
    Presupposed.check(replay, this::checkReplay);
    for (String configuration : tried()) {
      SampledTransformation transformation = create(configuration, usualShape());
      List<KitRow> rows = rows(seed -> KitRow.drawn(transformation, seed));
      assertThat(Threads.run(THREADS, () -> rows(seed -> KitRow.drawn(transformation, seed))))
          .as("rows drawn by each of several threads, " + configuration)
          .allSatisfy(drawn -> assertThat(drawn).isEqualTo(rows));
    }
  }

  private void forEachRow(RowCheck check) {
    for (Case tried : cases()) {
      SampledTransformation transformation = create(tried.configuration(), tried.shape());
      for (long seed = 0; seed < ROWS; seed++) {
        check.check(
            transformation.parameters().columns(),
            KitRow.drawn(transformation, seed),
            "the row of seed " + seed + ", " + tried);
      }
    }
  }

  private static List<KitRow> rows(LongFunction<KitRow> draw) {
    return LongStream.range(0, ROWS).mapToObj(draw).toList();
  }

  /**
   * A configuration at a size of images.
   *
   * @param configuration in YAML
   * @param shape of the images
   */
  record Case(String configuration, ImageShape shape) {

    @Override
    public String toString() {
      return configuration + " at " + shape;
    }
  }

  @FunctionalInterface
  private interface RowCheck {
    void check(List<Column> columns, KitRow row, String description);
  }
}
