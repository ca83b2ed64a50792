package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.data.ImageSet;
import io.equivar.core.evaluate.Colours.Brighten;
import io.equivar.core.evaluate.Colours.Images;
import io.equivar.core.evaluate.Colours.PixelEncoder;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PipelineStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransformationPredictionTest {

  private static final ImageSet TRAINING = new Images(300);
  private static final ImageSet TEST = new Images(100);

  private static final TransformationPrediction PREDICTION =
      new TransformationPrediction(
          200, RidgeRegression.standard(1), LinearProbe.standard(Accuracy.TOP_1, 1), 1);

  private static final Pipeline PIPELINE =
      Pipeline.of(
              ImageShape.square(1),
              List.of(step("red", 0, Sharing.PAIR, 1), step("green", 1, Sharing.IMAGE, 0.5)))
          .skippable();

  private static PipelineStep step(String name, int channel, Sharing sharing, double probability) {
    return new PipelineStep(
        new Brighten(channel), "test:" + name, "pipeline." + name, sharing, probability);
  }

  @Test
  void whatWasAddedIsALinearMapOfColoursBeforeAndAfter() {
    try (PairNetwork network =
        new PairNetwork(
            PIPELINE,
            TransformationPrediction.BATCH_SIZE,
            PixelEncoder::make,
            Optional.empty(),
            SessionOptions.DEFAULT)) {
      network.initialize(1);

      TransformationPrediction.Outcome outcome =
          PREDICTION.measure(network, PIPELINE, TRAINING, TEST);

      assertThat(outcome.errors()).hasSize(3).allMatch(error -> error < 1e-6);
      assertThat(outcome.types()).isEqualTo(1);
    }
  }

  @Test
  void theMeanMissesByTheVariance() {
    TransformationPrediction.Outcome baseline = PREDICTION.baseline(PIPELINE, TRAINING, TEST);

    // Amounts are uniform in half of the columns' range: variance .5^2 / 12.
    assertThat(baseline.errors()).hasSize(3);
    assertThat(baseline.errors())
        .allSatisfy(error -> assertThat(error).isCloseTo(0.25 / 12, within(0.006)));
    assertThat(baseline.errors().get(2))
        .isCloseTo((baseline.errors().get(0) + baseline.errors().get(1)) / 2, within(1e-12));
    assertThat(baseline.types()).isEqualTo(0.5);
  }

  @Test
  void namesWhatItPredicts() {
    assertThat(PREDICTION.predictedSteps(PIPELINE)).containsExactly("red", "green");
    assertThat(PREDICTION.predictedColumns(PIPELINE))
        .containsExactly(List.of("amount"), List.of("amount"));
    assertThat(PREDICTION.types(PIPELINE)).containsExactly("red", "green");
  }
}
