package io.equivar.plugin.barlowtwins;

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

class BarlowTwinsTest {

  private static final double LAMBDA = 0.25;

  /** Columns that are uncorrelated, of mean 0 and variance 1. */
  private static final float[][] CROSS = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};

  @Test
  void columnsAreToAgreeWithThemselvesAndNoOther() {
    float[][] opposite = {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
    float[][] exchanged = {{1, 1}, {-1, 1}, {1, -1}, {-1, -1}};
    assertThat(run(CROSS, CROSS)).isCloseTo(0f, within(1e-4f));
    // Twice (1 - -1)^2.
    assertThat(run(CROSS, opposite)).isCloseTo(8f, within(1e-3f));
    // Twice (1 - 0)^2, and twice lambda 1^2.
    assertThat(run(CROSS, exchanged)).isCloseTo((float) (2 + 2 * LAMBDA), within(1e-3f));
  }

  @Test
  void meanAndScaleOfColumnsDoNotMatter() {
    float[][] moved = {{13, 4}, {13, 2}, {7, 4}, {7, 2}};
    assertThat(run(CROSS, moved)).isCloseTo(0f, within(1e-4f));
  }

  @Test
  void columnsThatDoNotVaryHaveAFiniteLoss() {
    float[][] constant = {{1, 1}, {1, 1}, {1, 1}, {1, 1}};
    assertThat(run(constant, CROSS)).isCloseTo(2f, within(1e-5f));
  }

  @Test
  void noTwoTermsShareAProjector() {
    BarlowTwinsConfig config = new BarlowTwinsConfig(LAMBDA, List.of(6, 9), List.of());
    try (ModelGraph graph = ModelGraph.forTraining()) {
      dissimilarity(config, graph.context().scope("one"), graph.tf().constant(new float[4][8]));
      assertThat(graph.trainable())
          .extracting(variable -> variable.name() + " " + variable.shape())
          .containsExactly(
              "one.projector.0.weight [6, 8]",
              "one.projector.1.weight [6]",
              "one.projector.1.bias [6]",
              "one.projector.3.weight [9, 6]");

      dissimilarity(config, graph.context().scope("two"), graph.tf().constant(new float[4][8]));
      assertThat(graph.trainable())
          .hasSize(8)
          .extracting(GraphVariable::name)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void refusesABatchOfOne() {
    assertThatThrownBy(() -> run(new float[][] {{1, 0}}, new float[][] {{1, 0}}))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "base.barlow-twins must have at least 2 rows on each side, to correlate columns over"
                + " them, got 1. Use a larger batch");
  }

  private static Loss dissimilarity(
      BarlowTwinsConfig config, GraphContext g, Operand<TFloat32> rows) {
    Side side = Side.of(rows, rows);
    return new BarlowTwins(config, "base")
        .dissimilarity(g, Pair.of(side, side, () -> side, () -> side));
  }

  private static float run(float[][] first, float[][] second) {
    BarlowTwinsConfig config = new BarlowTwinsConfig(LAMBDA, List.of(), List.of());
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Side a = Side.of(graph.tf().constant(first));
      Side b = Side.of(graph.tf().constant(second));
      Loss loss =
          new BarlowTwins(config, "base.barlow-twins")
              .dissimilarity(graph.context(), Pair.of(a, b, () -> a, () -> b));
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        return session.fetch(loss.value())[0];
      }
    }
  }
}
