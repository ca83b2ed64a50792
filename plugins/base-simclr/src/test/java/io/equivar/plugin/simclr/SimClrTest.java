package io.equivar.plugin.simclr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

class SimClrTest {

  private static final double TEMPERATURE = 0.5;

  @Test
  void everyRowFindsItsPositiveAmongAllOthers() {
    // Two directions: rows 0 of both sides are equal, rows 1 of both are opposite.
    float[][] first = {{2, 0}, {0, 3}};
    float[][] second = {{5, 0}, {0, -1}};
    double positive = Math.exp(1 / TEMPERATURE);
    double negative = Math.exp(-1 / TEMPERATURE);
    double ofEqual = -Math.log(positive / (positive + 2));
    double ofOpposite = -Math.log(negative / (negative + 2));
    assertThat(run(first, second)[0])
        .isCloseTo((float) ((ofEqual + ofOpposite) / 2), within(1e-5f));
  }

  @Test
  void rowsOfZerosHaveFiniteGradients() {
    float[] lossAndGradient = run(new float[][] {{0, 0}, {0, 0}}, new float[][] {{1, 0}, {0, 1}});
    assertThat(lossAndGradient).hasSize(5);
    for (float value : lossAndGradient) {
      assertThat(value).isFinite();
    }
  }

  @Test
  void theProjectorIsAppliedPartByPart() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> part = graph.tf().constant(new float[4][8]);
      Side side = Side.of(part, part);
      SimClr simClr = new SimClr(new SimClrConfig(TEMPERATURE, List.of(6, 3), List.of()), "base");
      Loss loss =
          simClr.dissimilarity(
              graph.context().scope("term"), Pair.of(side, side, () -> side, () -> side));
      assertThat(loss.value().shape().numDimensions()).isZero();
      assertThat(graph.trainable())
          .extracting(GraphVariable::name)
          .containsExactly(
              "term.projector.0.weight",
              "term.projector.1.weight",
              "term.projector.1.bias",
              "term.projector.3.weight");
      assertThat(graph.variable("term.projector.3.weight").shape().asArray()).containsExactly(3, 6);
      int[] normalisations = {0};
      graph
          .graph()
          .operations()
          .forEachRemaining(
              operation -> {
                if (operation.type().equals("FusedBatchNormV3")) {
                  normalisations[0]++;
                }
              });
      assertThat(normalisations[0]).isEqualTo(4);
    }
  }

  @Test
  void refusesABatchOfOne() {
    assertThatThrownBy(() -> run(new float[][] {{1, 0}}, new float[][] {{1, 0}}))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "base.simclr must have at least 2 rows on each side, to find negatives among them,"
                + " got 1. Use a larger batch");
  }

  /** Returns the loss, followed by its gradient for the first side. */
  private static float[] run(float[][] first, float[][] second) {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> a = graph.tf().constant(first);
      Operand<TFloat32> b = graph.tf().constant(second);
      Side sideA = Side.of(a);
      Side sideB = Side.of(b);
      SimClr simClr =
          new SimClr(new SimClrConfig(TEMPERATURE, List.of(), List.of()), "base.simclr");
      Operand<TFloat32> loss =
          simClr
              .dissimilarity(graph.context(), Pair.of(sideA, sideB, () -> sideA, () -> sideB))
              .value();
      Output<?>[] gradient =
          graph.graph().addGradients(loss.asOutput(), new Output<?>[] {a.asOutput()});
      try (Session session = new Session(graph.graph());
          Result result = session.runner().fetch(loss).fetch(gradient[0]).run()) {
        float[] gradients = GraphSession.floats(result.get(1));
        float[] values = new float[gradients.length + 1];
        values[0] = GraphSession.floats(result.get(0))[0];
        System.arraycopy(gradients, 0, values, 1, gradients.length);
        return values;
      }
    }
  }
}
