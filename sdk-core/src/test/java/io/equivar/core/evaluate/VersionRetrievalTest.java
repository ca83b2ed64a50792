package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.LearnedTransformations;
import io.equivar.api.learning.Views;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.data.ImageSet;
import io.equivar.core.evaluate.Colours.Brighten;
import io.equivar.core.evaluate.Colours.Images;
import io.equivar.core.evaluate.Colours.Learned;
import io.equivar.core.evaluate.Colours.PixelEncoder;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.PipelineStep;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

class VersionRetrievalTest {

  private static final int VERSIONS = 6;
  private static final ImageSet IMAGES = new Images(9);
  private static final VersionRetrieval RETRIEVAL = new VersionRetrieval(9, VERSIONS, 1);

  private static final Pipeline PIPELINE =
      Pipeline.of(
              ImageShape.square(1),
              List.of(
                  step("brighten", 0, Sharing.PAIR, 1),
                  step("tint", 1, Sharing.PAIR, 0.5),
                  step("alone", 2, Sharing.IMAGE, 1)))
          .skippable();

  private static PipelineStep step(String name, int channel, Sharing sharing, double probability) {
    return new PipelineStep(
        new Brighten(channel), "test:" + name, "pipeline." + name, sharing, probability);
  }

  private static EquivarianceReport.Figures measure(
      BiFunction<List<Operand<TFloat32>>, Views, LearnedTransformations> maker) {
    try (PairNetwork network =
        new PairNetwork(
            PIPELINE,
            RETRIEVAL.batchSize(),
            PixelEncoder::make,
            Optional.of(new Learned(maker)),
            SessionOptions.DEFAULT)) {
      network.initialize(1);
      return RETRIEVAL.measure(network, PIPELINE, IMAGES);
    }
  }

  @Test
  void whatIsPredictedByThePartnersChangeIsFound() {
    EquivarianceReport.Figures figures =
        measure(
            (y, views) -> {
              Ops tf = ops(y);
              Operand<TFloat32> change = tf.math.sub(y.get(1), y.get(0));
              return LearnedTransformations.none()
                  .withPrediction(tf.math.add(y.get(0), views.swapPartners(change)), y.get(1));
            });

    assertThat(figures).isEqualTo(new EquivarianceReport.Figures(1, 1, 1, 0.0));
  }

  @Test
  void whatIsPredictedByTheLabelIsFound() {
    EquivarianceReport.Figures figures =
        measure(
            (y, views) -> {
              Ops tf = ops(y);
              // What pairs do not share is passed over; what is passed over keeps its parameters.
              Operand<TFloat32> tinted =
                  tf.math.mul(
                      views.steps().get(1).second().column("amount"),
                      views.steps().get(1).secondApplied());
              Operand<TFloat32> change =
                  tf.stack(
                      List.of(
                          views.steps().get(0).second().column("amount"),
                          tinted,
                          tf.zerosLike(tinted)),
                      Stack.axis(1L));
              return LearnedTransformations.none()
                  .withPrediction(tf.math.add(y.get(0), change), y.get(1));
            });

    assertThat(figures).isEqualTo(new EquivarianceReport.Figures(1, 1, 1, 0.0));
  }

  @Test
  void whatIsPredictedToStayFindsTheLeastChange() {
    EquivarianceReport.Figures figures =
        measure((y, views) -> LearnedTransformations.none().withPrediction(y.get(0), y.get(1)));

    // Every prediction of an image is the same: each rank occurs once, whatever the order.
    double reciprocals = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0 + 1 / 6.0;
    assertThat(figures.meanReciprocalRank()).isCloseTo(reciprocals / VERSIONS, within(1e-12));
    assertThat(figures.hitAt1()).isCloseTo(1.0 / VERSIONS, within(1e-12));
    assertThat(figures.hitAt5()).isCloseTo(5.0 / VERSIONS, within(1e-12));
    assertThat(figures.predictionRetrievalError()).isPositive().isLessThan(1.0);
    EquivarianceReport.Figures chance = RETRIEVAL.chance(PIPELINE, IMAGES);
    assertThat(chance.meanReciprocalRank()).isCloseTo(reciprocals / VERSIONS, within(1e-12));
    assertThat(chance.hitAt1()).isEqualTo(1.0 / VERSIONS);
    assertThat(chance.hitAt5()).isEqualTo(5.0 / VERSIONS);
    // Uniform amounts in half of the range differ by 1/4/6 in squared mean; coins by 1/2...
    assertThat(chance.predictionRetrievalError()).isBetween(0.1, 0.3);
  }

  @Test
  void anOddImageIsLeftOut() {
    assertThat(RETRIEVAL.taken(IMAGES)).isEqualTo(8);
    assertThat(new VersionRetrieval(4, 2, 1).taken(IMAGES)).isEqualTo(4);
  }

  @Test
  void refusesTooManyVersions() {
    assertThatThrownBy(() -> new VersionRetrieval(2, 513, 1))
        .hasMessage("there are at least 2 images, and 2 to 512 versions of each, got 2 and 513");
  }

  private static Ops ops(List<Operand<TFloat32>> y) {
    return Ops.create((Graph) y.get(0).asOutput().op().env());
  }
}
