package io.equivar.example.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The loss against its definition, written as loops. */
class MarginRankingTest {

  @Test
  void isTheDefinition() {
    Random random = new Random(3);
    float[][] first = matrix(random, 5, 4);
    float[][] second = matrix(random, 5, 4);
    assertThat(loss(0.7, first, second)).isCloseTo(definition(0.7, first, second), within(1e-5));
  }

  @Test
  void isZeroWherePositivesAreAheadByTheMargin() {
    float[][] apart = {{1, 0}, {0, 2}};
    assertThat(loss(0.9, apart, apart)).isZero();
    assertThat(loss(1.5, apart, apart)).isCloseTo(2 * 0.5, within(1e-6));
  }

  @Test
  void makesOneProjectorForBothSides() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Side side = Side.of(graph.tf().constant(new float[3][8]));
      new MarginRanking(new MarginRankingConfig(0.5, List.of(6, 4)), "base")
          .dissimilarity(
              graph.context().scope("term"), Pair.of(side, side, () -> side, () -> side));
      assertThat(graph.trainable())
          .extracting(GraphVariable::name)
          .contains("term.projector.0.weight", "term.projector.3.weight")
          .hasSize(4);
    }
  }

  @Test
  void refusesABatchWithoutNegatives() {
    assertThatThrownBy(() -> loss(0.5, new float[][] {{1, 0}}, new float[][] {{1, 0}}))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "base.margin-ranking must have at least 2 rows on each side, got 1."
                + " Use a larger batch");
  }

  @Test
  void refusesAMarginOutOfRange() {
    List<Integer> projector = List.of();
    assertThatThrownBy(() -> new MarginRankingConfig(0, projector))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("margin must be in (0, 2], got 0");
  }

  private static double loss(double margin, float[][] first, float[][] second) {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Side a = Side.of(graph.tf().constant(first));
      Side b = Side.of(graph.tf().constant(second));
      MarginRanking method =
          new MarginRanking(new MarginRankingConfig(margin, List.of()), "base.margin-ranking");
      var value = method.dissimilarity(graph.context(), Pair.of(a, b, () -> a, () -> b)).value();
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        return session.fetch(value)[0];
      }
    }
  }

  private static double definition(double margin, float[][] first, float[][] second) {
    int rows = first.length;
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      double positive = cosine(first[i], second[i]);
      for (int j = 0; j < rows; j++) {
        if (j != i) {
          sum += Math.max(0, margin + cosine(first[i], second[j]) - positive);
          sum += Math.max(0, margin + cosine(first[j], second[i]) - positive);
        }
      }
    }
    return sum / (rows * (rows - 1));
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double squaresOfA = 0;
    double squaresOfB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      squaresOfA += a[i] * a[i];
      squaresOfB += b[i] * b[i];
    }
    return product / Math.sqrt(squaresOfA * squaresOfB);
  }

  private static float[][] matrix(Random random, int rows, int columns) {
    float[][] matrix = new float[rows][columns];
    for (float[] row : matrix) {
      for (int i = 0; i < columns; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return matrix;
  }
}
