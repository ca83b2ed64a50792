package io.equivar.core.pipeline;

import static io.equivar.core.pipeline.TestTransformations.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.pipeline.TestTransformations.Shift;
import io.equivar.core.pipeline.TestTransformations.TopLeft;
import io.equivar.core.pipeline.TestTransformations.Twice;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {

  private static final ImageShape INPUT = new ImageShape(2, 3);
  private static final ImageShape PIXEL = ImageShape.square(1);

  @Test
  void placesStepsOneAfterTheOther() {
    Pipeline pipeline =
        Pipeline.of(
            INPUT,
            List.of(
                step("shift", new Shift(true), Sharing.PAIR, 0.5),
                step("top-left", new TopLeft(PIXEL), Sharing.PAIR, 1),
                step("shift", new Shift(false), Sharing.IMAGE, 1)));
    assertThat(pipeline.steps()).extracting(PlacedStep::offset).containsExactly(0, 3, 4);
    assertThat(pipeline.steps()).extracting(PlacedStep::coin).containsExactly(2, 3, 6);
    assertThat(pipeline.steps()).extracting(PlacedStep::input).containsExactly(INPUT, INPUT, PIXEL);
    assertThat(pipeline.rowWidth()).isEqualTo(7);
    assertThat(pipeline.outputShape()).isEqualTo(PIXEL);
    assertThat(pipeline.first(1).outputShape()).isEqualTo(INPUT);
  }

  @Test
  void evaluatesOnlyWhatIsNotRandom() {
    Pipeline pipeline =
        Pipeline.of(
            INPUT,
            List.of(
                step("shift", new Shift(true), Sharing.PAIR, 1),
                step("sometimes", new Twice(), Sharing.PAIR, 0.5),
                step("always", new Twice(), Sharing.PAIR, 1)));
    assertThat(pipeline.deterministic().steps())
        .extracting(placed -> placed.step().id())
        .containsExactly("test:always");
  }

  @Test
  void refusesToChangeTheSizeOfSomeImagesOnly() {
    List<PipelineStep> steps = List.of(step("top-left", new TopLeft(PIXEL), Sharing.PAIR, 0.5));
    assertThatThrownBy(() -> Pipeline.of(INPUT, steps))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "pipeline[0].top-left.probability must be 1, because the step makes images of 2 x 3"
                + " ones of 1 x 1, got 0.5");
  }

  @Test
  void refusesProbabilitiesOutsideTheirRange() {
    assertThatThrownBy(() -> step("twice", new Twice(), Sharing.PAIR, 1.5))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("pipeline[0].twice.probability must be in [0, 1], got 1.5");
    assertThatThrownBy(() -> step("twice", new Twice(), Sharing.PAIR, Double.NaN))
        .isInstanceOf(ConfigurationException.class);
  }
}
