package io.equivar.plugin.vicreg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class VicRegTest {

  private static final double INVARIANCE = 10;
  private static final double VARIANCE = 20;
  private static final double COVARIANCE = 3;

  /** Columns that do not covary, with deviations well above 1. */
  private static final float[][] CROSS = {{2, 2}, {2, -2}, {-2, 2}, {-2, -2}};

  @Test
  void nothingIsLackingWhereSidesAgreeAndColumnsVaryApart() {
    assertThat(run(CROSS, CROSS)).isCloseTo(0f, within(1e-5f));
  }

  @Test
  void theInvarianceIsTheMeanSquaredDifference() {
    float[][] moved = {{3, 2}, {3, -2}, {-1, 2}, {-1, -2}};
    // One of two columns differs by 1.
    assertThat(run(CROSS, moved)).isCloseTo((float) (INVARIANCE / 2), within(1e-5f));
  }

  @Test
  void theVarianceTermIsHalvedForEachSide() {
    float[][] zeros = new float[4][2];
    // Both sides lack 1 - sqrt(1e-4).
    assertThat(run(zeros, zeros)).isCloseTo((float) (VARIANCE * 0.99), within(1e-4f));
    // One side does; the sides differ by 2 everywhere.
    assertThat(run(zeros, CROSS))
        .isCloseTo((float) (VARIANCE * 0.99 / 2 + INVARIANCE * 4), within(1e-4f));
  }

  @Test
  void theCovarianceIsUnbiasedAndCountsForBothSides() {
    float[][] equalColumns = {{1, 1}, {-1, -1}};
    // Covariance 2; both elements off the diagonal squared, over 2 columns, for both sides.
    assertThat(run(equalColumns, equalColumns)).isCloseTo((float) (COVARIANCE * 8), within(1e-4f));
  }

  @Test
  void noTwoTermsShareAProjector() {
    VicRegConfig config = config(List.of(6, 7, 9));
    try (ModelGraph graph = ModelGraph.forTraining()) {
      dissimilarity(config, graph.context().scope("one"), graph.tf().constant(new float[4][8]));
      assertThat(graph.trainable())
          .extracting(variable -> variable.name() + " " + variable.shape())
          .containsExactly(
              "one.projector.0.weight [6, 8]",
              "one.projector.1.weight [6]",
              "one.projector.1.bias [6]",
              "one.projector.3.weight [7, 6]",
              "one.projector.4.weight [7]",
              "one.projector.4.bias [7]",
              "one.projector.6.weight [9, 7]");

      dissimilarity(config, graph.context().scope("two"), graph.tf().constant(new float[4][8]));
      assertThat(graph.trainable())
          .hasSize(14)
          .extracting(GraphVariable::name)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void refusesABatchOfOne() {
    assertThatThrownBy(() -> run(new float[][] {{1, 0}}, new float[][] {{1, 0}}))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "base.vicreg must have at least 2 rows on each side, for the variance of columns, got"
                + " 1. Use a larger batch");
  }

  private static VicRegConfig config(List<Integer> projector) {
    return new VicRegConfig(
        new VicRegConfig.Weights(INVARIANCE, VARIANCE, COVARIANCE), 1, 1e-4, projector, List.of());
  }

  private static Loss dissimilarity(VicRegConfig config, GraphContext g, Operand<TFloat32> rows) {
    Side side = Side.of(rows, rows);
    return new VicReg(config, "base").dissimilarity(g, Pair.of(side, side, () -> side, () -> side));
  }

  private static float run(float[][] first, float[][] second) {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Side a = Side.of(graph.tf().constant(first));
      Side b = Side.of(graph.tf().constant(second));
      Loss loss =
          new VicReg(config(List.of()), "base.vicreg")
              .dissimilarity(graph.context(), Pair.of(a, b, () -> a, () -> b));
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        return session.fetch(loss.value())[0];
      }
    }
  }
}
