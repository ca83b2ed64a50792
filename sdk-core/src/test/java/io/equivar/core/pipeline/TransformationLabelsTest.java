package io.equivar.core.pipeline;

import static io.equivar.core.pipeline.TestTransformations.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.TransformationLabels;
import io.equivar.api.learning.TransformationLabels.Relation;
import io.equivar.api.learning.TransformationLabels.Steps;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Sharing;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.pipeline.TestTransformations.Shift;
import io.equivar.core.pipeline.TestTransformations.Twice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

class TransformationLabelsTest {

  private static final int BATCH = 8;
  private static final ImageShape PIXEL = ImageShape.square(1);

  @Test
  void scalesColumnsAndLeavesOutWhatHasOneValue() {
    PipelineStep every = step("every", new EveryKind(true), Sharing.PAIR, 1);
    Pipeline pipeline =
        Pipeline.of(PIXEL, List.of(every, step("twice", new Twice(), Sharing.PAIR, 1)));
    ParameterTable table = new ParameterSampler(pipeline, BATCH, 3).draw(1);
    List<float[]> labels = labels(pipeline, table, Steps.SHARED);
    PlacedStep placed = pipeline.steps().get(0);
    for (int view = 0; view < 2; view++) {
      for (int image = 0; image < BATCH; image++) {
        Map<String, Float> row = table.row(view, image, placed);
        float[] expected = {
          (row.get("angle") - 10) / 20,
          row.get("mirrored"),
          row.get("kind") == 0 ? 1 : 0,
          row.get("kind") == 1 ? 1 : 0,
          row.get("kind") == 2 ? 1 : 0
        };
        assertThat(row(labels.get(view), image, 5)).containsExactly(expected, within(1e-6f));
      }
    }
  }

  @Test
  void whatDidNotApplyIsZero() {
    Pipeline pipeline =
        Pipeline.of(PIXEL, List.of(step("shift", new Shift(false), Sharing.PAIR, 0.5)));
    ParameterTable table = new ParameterSampler(pipeline, BATCH, 3).draw(1);
    List<float[]> labels = labels(pipeline, table, Steps.SHARED);
    PlacedStep placed = pipeline.steps().get(0);
    List<Boolean> coins = new ArrayList<>();
    for (int view = 0; view < 2; view++) {
      for (int image = 0; image < BATCH; image++) {
        boolean applied = table.applied(view, image, placed);
        Map<String, Float> row = table.row(view, image, placed);
        float[] expected =
            applied
                ? new float[] {1, row.get("amount") - 1, 2 * row.get("unused") - 1}
                : new float[] {0, 0, 0};
        assertThat(row(labels.get(view), image, 3)).containsExactly(expected, within(1e-6f));
        coins.add(applied);
      }
    }
    assertThat(coins).contains(true, false);
  }

  @Test
  void changesStartWithOneAndRelateBothLabels() {
    Pipeline pipeline =
        Pipeline.of(PIXEL, List.of(step("shift", new Shift(true), Sharing.PAIR, 1)));
    ParameterTable table = new ParameterSampler(pipeline, BATCH, 3).draw(1);
    List<float[]> labels = labels(pipeline, table, Steps.SHARED);
    float[] first = row(labels.get(0), 5, 2);
    float[] second = row(labels.get(1), 5, 2);
    assertThat(row(labels.get(2), 5, 5))
        .containsExactly(1, first[0], first[1], second[0], second[1]);
    assertThat(row(labels.get(3), 5, 5))
        .containsExactly(1, second[0], second[1], first[0], first[1]);
    assertThat(row(labels.get(4), 5, 3))
        .containsExactly(1, second[0] - first[0], second[1] - first[1]);
    assertThat(row(labels.get(5), 5, 3))
        .containsExactly(1, first[0] - second[0], first[1] - second[1]);
  }

  @Test
  void takesSharedStepsOrAll() {
    Pipeline pipeline =
        Pipeline.of(
            PIXEL,
            List.of(
                step("every", new EveryKind(true), Sharing.IMAGE, 1),
                step("shift", new Shift(true), Sharing.PAIR, 1)));
    assertThat(width(pipeline, Steps.SHARED)).isEqualTo(2);
    assertThat(width(pipeline, Steps.ALL)).isEqualTo(5 + 2);
  }

  @Test
  void refusesStepsWithoutLabel() {
    Pipeline shared =
        Pipeline.of(PIXEL, List.of(step("chain", new EveryKind(false), Sharing.PAIR, 1)));
    assertThatThrownBy(() -> width(shared, Steps.SHARED))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "pipeline[0].chain must have a label that says what was done to an image, because the"
                + " objective equimod learns from it, got test:chain, which has none. Use the"
                + " objective stl, which needs no labels, or another transformation");
  }

  @Test
  void stepsWithoutLabelThatNobodySharesAreRefusedOnlyWhereTheyAreAskedFor() {
    Pipeline pipeline =
        Pipeline.of(
            PIXEL,
            List.of(
                step("shift", new Shift(true), Sharing.PAIR, 1),
                step("chain", new EveryKind(false), Sharing.IMAGE, 1)));
    assertThat(width(pipeline, Steps.SHARED)).isEqualTo(2);
    assertThatThrownBy(() -> width(pipeline, Steps.ALL))
        .hasMessageStartingWith("pipeline[0].chain");
  }

  @Test
  void refusesPipelinesInWhichNothingIsToBeLearnt() {
    Pipeline pipeline =
        Pipeline.of(PIXEL, List.of(step("shift", new Shift(true), Sharing.IMAGE, 1)));
    assertThatThrownBy(() -> width(pipeline, Steps.SHARED))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "pipeline must have a step with parameters that a pair shares, because the objective"
                + " equimod learns from them, got none. Set share: pair where the label is to be"
                + " taken from");
  }

  private static int width(Pipeline pipeline, Steps steps) {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      ViewGraph views = ViewGraph.build(graph.context(), pipeline, BATCH);
      return TransformationLabels.of(graph.tf(), views, steps, "equimod").width();
    }
  }

  private static List<float[]> labels(Pipeline pipeline, ParameterTable table, Steps steps) {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      ViewGraph views = ViewGraph.build(graph.context(), pipeline, BATCH);
      TransformationLabels labels = TransformationLabels.of(graph.tf(), views, steps, "equimod");
      List<Operand<TFloat32>> fetched =
          List.of(
              labels.first(),
              labels.second(),
              labels.forth(Relation.BOTH),
              labels.back(Relation.BOTH),
              labels.forth(Relation.DIFFERENCE),
              labels.back(Relation.DIFFERENCE));
      try (Session session = new Session(graph.graph());
          TFloat32 fed = table.toTensor()) {
        Session.Runner runner = session.runner().feed(views.parameters(), fed);
        fetched.forEach(runner::fetch);
        try (Result result = runner.run()) {
          List<float[]> values = new ArrayList<>();
          for (int i = 0; i < fetched.size(); i++) {
            values.add(GraphSession.floats(result.get(i)));
          }
          return values;
        }
      }
    }
  }

  private static float[] row(float[] table, int image, int width) {
    float[] row = new float[width];
    System.arraycopy(table, image * width, row, 0, width);
    return row;
  }

  /** Has a column of every kind, and one with a single value. */
  private record EveryKind(boolean label) implements Transformation {

    @Override
    public ParameterSpec parameters() {
      ParameterSpec spec =
          ParameterSpec.of(
              Column.continuous("angle", -10, 30, "degrees"),
              Column.continuous("fixed", 2, 2, ""),
              Column.flag("mirrored"),
              Column.categorical("kind", 3));
      return label ? spec : spec.withoutLabel();
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      row.set("angle", 40 * random.nextDouble() - 10);
      row.set("fixed", 2);
      row.set("mirrored", random.nextInt(2));
      row.set("kind", random.nextInt(3));
    }

    @Override
    public Operand<TFloat32> apply(
        GraphContext g, Operand<TFloat32> images, Parameters parameters) {
      return images;
    }
  }
}
