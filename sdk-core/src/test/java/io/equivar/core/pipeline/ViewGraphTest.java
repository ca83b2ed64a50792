package io.equivar.core.pipeline;

import static io.equivar.core.pipeline.TestTransformations.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.pipeline.TestTransformations.Shift;
import io.equivar.core.pipeline.TestTransformations.TopLeft;
import io.equivar.core.pipeline.TestTransformations.Twice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class ViewGraphTest {

  private static final ImageShape PIXEL = ImageShape.square(1);
  private static final int BATCH = 4;
  private static final byte[] IMAGES = {0, 51, 102, (byte) 255, 0, 0, 10, 20, 30, 40, 50, 60};

  @Test
  void bytesBecomeUnitsWithoutAnyStep() {
    Pipeline pipeline = Pipeline.of(PIXEL, List.of());
    PipelinePreview.Preview preview = preview(pipeline, 1);
    assertThat(preview.first()[2]).isCloseTo(0.4f, within(1e-6f));
    assertThat(preview.first()[3]).isEqualTo(1f);
    assertThat(preview.second()).isEqualTo(preview.first());
  }

  @Test
  void eachViewIsChangedByItsRowsWhereTheCoinSaysSo() {
    for (boolean identity : new boolean[] {true, false}) {
      Pipeline pipeline =
          Pipeline.of(
              PIXEL,
              List.of(
                  step("shift", new Shift(identity), Sharing.IMAGE, 0.5),
                  step("twice", new Twice(), Sharing.PAIR, 1)));
      PlacedStep shift = pipeline.steps().get(0);
      PipelinePreview.Preview preview = preview(pipeline, 7);
      List<Boolean> coins = new ArrayList<>();
      for (int view = 0; view < 2; view++) {
        float[] pixels = view == 0 ? preview.first() : preview.second();
        for (int image = 0; image < BATCH; image++) {
          boolean applied = preview.parameters().applied(view, image, shift);
          float amount = applied ? preview.parameters().row(view, image, shift).get("amount") : 0;
          for (int c = 3 * image; c < 3 * image + 3; c++) {
            float unit = (IMAGES[c] & 0xFF) / 255f;
            assertThat(pixels[c]).isCloseTo(2 * (unit + amount), within(1e-5f));
          }
          coins.add(applied);
        }
      }
      assertThat(coins).contains(true, false);
    }
  }

  @Test
  void stepsTellWhatWasDrawn() {
    Pipeline pipeline =
        Pipeline.of(PIXEL, List.of(step("shift", new Shift(false), Sharing.PAIR, 0.5)));
    ParameterTable table = new ParameterSampler(pipeline, BATCH, 3).draw(5);
    try (ModelGraph graph = ModelGraph.forTraining()) {
      ViewGraph views = ViewGraph.build(graph.context(), pipeline, BATCH);
      ViewStep step = views.steps().get(0);
      assertThat(step.transformation()).isEqualTo("test:shift");
      assertThat(step.location()).isEqualTo("pipeline[0].shift");
      try (Session session = new Session(graph.graph());
          TFloat32 fed = table.toTensor();
          Result result =
              session
                  .runner()
                  .feed(views.parameters(), fed)
                  .fetch(step.second().column("unused"))
                  .fetch(step.secondApplied())
                  .fetch(step.first().table())
                  .run()) {
        float[] unused = GraphSession.floats(result.get(0));
        float[] applied = GraphSession.floats(result.get(1));
        PlacedStep placed = pipeline.steps().get(0);
        for (int image = 0; image < BATCH; image++) {
          assertThat(unused[image]).isEqualTo(table.row(1, image, placed).get("unused"));
          assertThat(applied[image]).isEqualTo(table.applied(1, image, placed) ? 1 : 0);
        }
        assertThat(GraphSession.floats(result.get(2))[2 * 3])
            .isEqualTo(table.row(0, 3, placed).get("amount"));
      }
    }
  }

  @Test
  void refusesTransformationsThatDoNotKeepTheirWord() {
    Pipeline pipeline =
        Pipeline.of(
            ImageShape.square(2),
            List.of(step("top-left", new TopLeft(ImageShape.square(3)), Sharing.PAIR, 1)));
    try (ModelGraph graph = ModelGraph.forTraining()) {
      assertThatThrownBy(() -> ViewGraph.build(graph.context(), pipeline, BATCH))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "pipeline[0].top-left: transformation test:top-left must make images of shape"
                  + " [4, 3, 3, 3] by its outputShape, got [4, 1, 1, 3]");
    }
  }

  @Test
  void refusesBatchesThatAreNoPairs() {
    Pipeline pipeline = Pipeline.of(PIXEL, List.of());
    assertThatThrownBy(() -> new PipelinePreview(pipeline, 3))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("batch-size must be even and at least 2, because images come in pairs, got 3");
  }

  @Test
  void evaluationAppliesWhatIsNotRandom() {
    Pipeline pipeline =
        Pipeline.of(
            PIXEL,
            List.of(
                step("shift", new Shift(true), Sharing.PAIR, 1),
                step("twice", new Twice(), Sharing.PAIR, 1)));
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      Placeholder<TFloat32> images =
          graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1, 1, 3)));
      Operand<TFloat32> view = EvaluationView.of(graph.context(), pipeline, images);
      try (Session session = new Session(graph.graph());
          TFloat32 fed = TFloat32.tensorOf(Shape.of(1, 1, 1, 3), DataBuffers.of(0f, 0.25f, 0f));
          Result result = session.runner().feed(images, fed).fetch(view).run()) {
        assertThat(GraphSession.floats(result.get(0))).containsExactly(0, 0.5f, 0);
      }
    }
  }

  @Test
  void partnersAreTakenApartWithGradients() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Ops tf = graph.tf();
      Operand<TFloat32> rows =
          tf.identity(tf.constant(new float[][] {{0, 1}, {10, 11}, {20, 21}, {30, 31}}));
      PartnerRows partners = new PartnerRows(tf, BATCH);
      Operand<TFloat32> leaders = partners.leaders(rows);
      Operand<TFloat32> followers = partners.followers(rows);
      Operand<TFloat32> swapped = partners.swapped(rows);
      Operand<TFloat32> weighted =
          tf.math.mul(swapped, tf.constant(new float[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}));
      Output<?>[] gradient =
          graph
              .graph()
              .addGradients(
                  tf.reduceSum(weighted, tf.constant(new int[] {0, 1})).asOutput(),
                  new Output<?>[] {rows.asOutput()});
      try (Session session = new Session(graph.graph());
          Result result =
              session
                  .runner()
                  .fetch(leaders)
                  .fetch(followers)
                  .fetch(swapped)
                  .fetch(gradient[0])
                  .run()) {
        assertThat(GraphSession.floats(result.get(0))).containsExactly(0, 1, 20, 21);
        assertThat(GraphSession.floats(result.get(1))).containsExactly(10, 11, 30, 31);
        assertThat(GraphSession.floats(result.get(2)))
            .containsExactly(10, 11, 0, 1, 30, 31, 20, 21);
        assertThat(GraphSession.floats(result.get(3))).containsExactly(3, 4, 1, 2, 7, 8, 5, 6);
      }
    }
  }

  private static PipelinePreview.Preview preview(Pipeline pipeline, long seed) {
    try (PipelinePreview preview = new PipelinePreview(pipeline, BATCH)) {
      return preview.make(IMAGES, new ParameterSampler(pipeline, BATCH, seed).draw(0));
    }
  }
}
