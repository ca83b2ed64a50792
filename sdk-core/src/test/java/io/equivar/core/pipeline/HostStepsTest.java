package io.equivar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.TestPixels.Add;
import io.equivar.core.pipeline.TestPixels.Broken;
import io.equivar.core.pipeline.TestPixels.FirstPixel;
import io.equivar.core.pipeline.TestTransformations.Shift;
import io.equivar.core.pipeline.TestTransformations.Twice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class HostStepsTest {

  private static final ImageShape PIXEL = ImageShape.square(1);
  private static final ImageShape TWO_PIXELS = new ImageShape(1, 2);
  private static final int BATCH = 4;
  private static final byte[] IMAGES = {0, 51, 102, 7, 8, 9, 10, 20, 30, 40, 50, 60};

  private static PipelineStep add(double probability) {
    return TestPixels.step(0, "add", new Add(), Sharing.PAIR, probability);
  }

  private static PipelineStep twice(int index) {
    return TestPixels.step(index, "twice", new Twice(), Sharing.IMAGE, 1);
  }

  @Test
  void imagesPassThroughAPipelineWithoutPixelCode() {
    Pipeline pipeline = Pipeline.of(PIXEL, List.of(twice(0)));
    try (HostSteps host = HostSteps.of(pipeline, BATCH, SessionOptions.DEFAULT);
        ModelGraph graph = ModelGraph.forTraining()) {
      assertThat(host.isEmpty()).isTrue();
      assertThat(host.feed(IMAGES, new ParameterSampler(pipeline, BATCH, 1).draw(0)))
          .isSameAs(IMAGES);
      assertThat(ViewGraph.build(graph.context(), pipeline, BATCH).images().shape())
          .isEqualTo(Shape.of(BATCH, 1, 1, 3));
    }
  }

  @Test
  void bothViewsAreMadeOnTheHostUpToTheLastPixelStep() {
    Pipeline pipeline =
        Pipeline.of(
            PIXEL, List.of(TestPixels.step(0, "add", new Add(), Sharing.IMAGE, 0.5), twice(1)));
    assertThat(pipeline.hostSteps()).hasSize(1);
    assertThat(pipeline.deviceSteps()).hasSize(1);
    ParameterTable drawn = new ParameterSampler(pipeline, BATCH, 7).draw(0);
    PlacedStep add = pipeline.steps().get(0);
    try (HostSteps host = HostSteps.of(pipeline, BATCH, SessionOptions.DEFAULT)) {
      byte[] fed = host.feed(IMAGES, drawn);
      assertThat(fed).hasSize(2 * IMAGES.length);
      for (int i = 0; i < fed.length; i++) {
        int view = i / IMAGES.length;
        int image = i % IMAGES.length / 3;
        float amount =
            drawn.applied(view, image, add) ? drawn.row(view, image, add).get("amount") : 0;
        assertThat(fed[i]).isEqualTo((byte) (IMAGES[i % IMAGES.length] + amount));
      }
    }
    assertThat(
            IntStream.range(0, 2 * BATCH).mapToObj(k -> drawn.applied(k / BATCH, k % BATCH, add)))
        .contains(true, false);
  }

  @Test
  void pixelCodeAndOperationsTakeTurns() {
    // (x / 255 * 2) rounded to bytes, plus the amount, then shifted and doubled in the graph.
    Pipeline pipeline =
        Pipeline.of(
            PIXEL,
            List.of(
                twice(0),
                TestPixels.step(1, "add", new Add(), Sharing.IMAGE, 1),
                TestPixels.step(2, "shift", new Shift(false), Sharing.PAIR, 1)));
    ParameterTable drawn = new ParameterSampler(pipeline, BATCH, 3).draw(2);
    try (PipelinePreview preview = new PipelinePreview(pipeline, BATCH)) {
      PipelinePreview.Preview views = preview.make(IMAGES, drawn);
      for (int view = 0; view < 2; view++) {
        float[] made = view == 0 ? views.first() : views.second();
        for (int i = 0; i < IMAGES.length; i++) {
          float amount = drawn.row(view, i / 3, pipeline.steps().get(1)).get("amount");
          float shift = drawn.row(view, i / 3, pipeline.steps().get(2)).get("amount");
          int bytes = 2 * IMAGES[i] + Math.round(amount);
          assertThat(made[i]).isCloseTo(bytes % 256 / 255f + shift, within(1e-5f));
        }
      }
    }
  }

  @Test
  void sizesMayChangeOnTheHost() {
    Pipeline pipeline =
        Pipeline.of(
            TWO_PIXELS,
            List.of(TestPixels.step(0, "first", new FirstPixel(PIXEL), Sharing.IMAGE, 1)));
    assertThat(pipeline.fedShape()).isEqualTo(PIXEL);
    try (HostSteps host = HostSteps.of(pipeline, -1, SessionOptions.DEFAULT)) {
      assertThat(host.applyDeterministic(IMAGES, 2)).containsExactly(0, 51, 102, 10, 20, 30);
    }
  }

  @Test
  void evaluationKeepsPixelCodeThatIsNotRandom() {
    Pipeline pipeline =
        Pipeline.of(
                TWO_PIXELS,
                List.of(
                    add(1),
                    TestPixels.step(1, "first", new FirstPixel(PIXEL), Sharing.IMAGE, 1),
                    twice(2)))
            .deterministic();
    assertThat(pipeline.hostSteps())
        .extracting(step -> step.step().id())
        .containsExactly("test:first");
    assertThat(pipeline.deviceSteps())
        .extracting(step -> step.step().id())
        .containsExactly("test:twice");
  }

  @Test
  void namesTheStepThatFails() {
    Pipeline pipeline =
        Pipeline.of(PIXEL, List.of(TestPixels.step(0, "broken", new Broken(), Sharing.IMAGE, 1)));
    try (HostSteps host = HostSteps.of(pipeline, -1, SessionOptions.DEFAULT)) {
      assertThatThrownBy(() -> host.applyDeterministic(IMAGES, BATCH))
          .isInstanceOf(StepFailure.class)
          .hasMessage(
              "pipeline[0].broken: transformation test:broken failed on an image:"
                  + " java.lang.IllegalStateException: no such filter. Report this to the plugin's"
                  + " author; --debug shows where it failed")
          .hasCauseInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void namesTheStepThatMakesAnotherSizeThanItSays() {
    Pipeline pipeline =
        Pipeline.of(
            TWO_PIXELS,
            List.of(TestPixels.step(0, "first", new FirstPixel(TWO_PIXELS), Sharing.IMAGE, 1)));
    try (HostSteps host = HostSteps.of(pipeline, -1, SessionOptions.DEFAULT)) {
      assertThatThrownBy(() -> host.applyDeterministic(IMAGES, 2))
          .isInstanceOf(StepFailure.class)
          .hasMessage(
              "pipeline[0].first: transformation test:first must make images of 1 x 2 pixels by"
                  + " its outputShape, got image of 1 x 1 pixels");
    }
  }

  @Test
  void refusesColoursThatWereNormalised() {
    Pipeline pipeline =
        Pipeline.of(
            PIXEL,
            List.of(twice(0), twice(1), TestPixels.step(2, "add", new Add(), Sharing.IMAGE, 1)));
    byte[] white = new byte[IMAGES.length];
    Arrays.fill(white, (byte) 255);
    try (HostSteps host = HostSteps.of(pipeline, BATCH, SessionOptions.DEFAULT)) {
      assertThatThrownBy(() -> host.feed(white, new ParameterSampler(pipeline, BATCH, 1).draw(0)))
          .isInstanceOf(StepFailure.class)
          .hasMessage(
              "pipeline[1].twice: transformation test:twice must leave colours in [0, 1] to the"
                  + " step behind it, which is Java on pixels (move normalisation to the end of the"
                  + " pipeline), got values in [4.0, 4.0]");
    }
  }

  @Test
  void refusesToChangeTheSizeOfSomeImagesOnly() {
    List<PipelineStep> steps =
        List.of(TestPixels.step(0, "first", new FirstPixel(PIXEL), Sharing.IMAGE, 0.5));
    assertThatThrownBy(() -> Pipeline.of(TWO_PIXELS, steps))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("pipeline[0].first.probability must be 1");
  }
}
