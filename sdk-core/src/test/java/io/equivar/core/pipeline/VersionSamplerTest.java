package io.equivar.core.pipeline;

import static io.equivar.core.pipeline.TestTransformations.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.Sharing;
import io.equivar.api.transformation.Transformation;
import io.equivar.core.pipeline.TestTransformations.Shift;
import io.equivar.core.pipeline.TestTransformations.TopLeft;
import io.equivar.core.pipeline.TestTransformations.Twice;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class VersionSamplerTest {

  private static final ImageShape PIXEL = ImageShape.square(1);

  private static final Pipeline PIPELINE =
      Pipeline.of(
              PIXEL,
              List.of(
                  step("identity", new Shift(true), Sharing.PAIR, 1),
                  step("selected", new Shift(false), Sharing.PAIR, 1),
                  step("sometimes", new Shift(true), Sharing.PAIR, 0.3),
                  step("own", new Shift(true), Sharing.IMAGE, 1),
                  step("twice", new Twice(), Sharing.IMAGE, 1)))
          .skippable();

  private static final VersionSampler SAMPLER = new VersionSampler(PIPELINE, 7);

  @Test
  void originalsArePassedOverByAllThatIsRandom() {
    ParameterTable drawn = SAMPLER.draw(new long[] {1, 2}, SAMPLER.shared());

    for (PlacedStep step : PIPELINE.steps()) {
      assertThat(drawn.applied(0, 0, step)).isEqualTo(step.step().isDeterministic());
    }
    assertThat(drawn.row(0, 0, PIPELINE.steps().get(0))).containsEntry("amount", 0f);
    assertThat(PIPELINE.steps().get(0).needsSelection()).isFalse();
    assertThat(PIPELINE.steps().get(1).needsSelection()).isTrue();
    assertThat(PIPELINE.steps().get(4).needsSelection()).isFalse();
  }

  @Test
  void versionsAreMadeByWhatPairsShare() {
    ParameterTable drawn = SAMPLER.draw(new long[] {1, 2}, SAMPLER.shared());

    assertThat(drawn.applied(1, 0, PIPELINE.steps().get(0))).isTrue();
    assertThat(drawn.applied(1, 0, PIPELINE.steps().get(1))).isTrue();
    assertThat(drawn.applied(1, 0, PIPELINE.steps().get(3))).isFalse();
    assertThat(drawn.row(1, 0, PIPELINE.steps().get(0)).get("amount")).isBetween(1f, 2f);
  }

  @Test
  void equalKeysAndOnlyTheyGiveEqualVersions() {
    ParameterTable drawn = SAMPLER.draw(new long[] {5, 5, 6, 6}, SAMPLER.shared());
    ParameterTable again = SAMPLER.draw(new long[] {6, 5}, SAMPLER.shared());

    for (PlacedStep step : PIPELINE.steps().subList(0, 2)) {
      assertThat(drawn.row(1, 0, step))
          .isEqualTo(drawn.row(1, 1, step))
          .isEqualTo(again.row(1, 1, step))
          .isNotEqualTo(drawn.row(1, 2, step));
    }
  }

  @Test
  void coinsFallAsOftenAsInTraining() {
    ParameterTable drawn = SAMPLER.draw(LongStream.range(0, 2000).toArray(), SAMPLER.shared());
    int applied = 0;
    for (int image = 0; image < 2000; image++) {
      applied += drawn.applied(1, image, PIPELINE.steps().get(2)) ? 1 : 0;
    }
    assertThat(applied).isBetween(530, 670);
  }

  @Test
  void aStepCanBeChosenAlone() {
    PlacedStep own = PIPELINE.steps().get(3);
    ParameterTable drawn = SAMPLER.draw(new long[] {1, 2}, VersionSampler.always(List.of(own)));

    assertThat(PIPELINE.steps())
        .allSatisfy(
            step ->
                assertThat(drawn.applied(1, 0, step))
                    .isEqualTo(step.equals(own) || step.step().isDeterministic()));
  }

  @Test
  void whatAlwaysChangesTheSizeByChanceCannotBePassedOver() {
    Pipeline pipeline =
        Pipeline.of(
            ImageShape.square(2),
            List.of(
                new PipelineStep(
                    new RandomTopLeft(), "test:cut", "pipeline[0].cut", Sharing.PAIR, 1)));

    assertThatThrownBy(pipeline::skippable)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("pipeline[0].cut must have parameters that leave an image as it is");
  }

  /** Says that it draws something. */
  private static final class RandomTopLeft implements Transformation {

    private final TopLeft cut = new TopLeft(ImageShape.square(1));

    @Override
    public ParameterSpec parameters() {
      return new Shift(false).parameters();
    }

    @Override
    public ImageShape outputShape(ImageShape input) {
      return cut.outputShape(input);
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      new Shift(false).sample(random, row);
    }

    @Override
    public Operand<TFloat32> apply(
        GraphContext g, Operand<TFloat32> images, Parameters parameters) {
      return cut.apply(g, images, parameters);
    }
  }
}
