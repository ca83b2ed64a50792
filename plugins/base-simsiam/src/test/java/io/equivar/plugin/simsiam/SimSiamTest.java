package io.equivar.plugin.simsiam;

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

class SimSiamTest {

  private static final SimSiamConfig SMALL =
      new SimSiamConfig(List.of(6, 3), List.of(2, 3), true, List.of());

  @Test
  void predictionsAreComparedWithTheProjectionsOfTheOtherSide() {
    float[][] right = {{2, 0}};
    float[][] left = {{-1, 0}};
    float[][] up = {{0, 3}};
    assertThat(loss(right, up, up, right)).isCloseTo(-1f, within(1e-6f));
    assertThat(loss(right, up, right, up)).isCloseTo(0f, within(1e-6f));
    assertThat(loss(right, up, up, left)).isCloseTo(0f, within(1e-6f));
    assertThat(loss(right, left, right, left)).isCloseTo(1f, within(1e-6f));
  }

  @Test
  void rowsOfZerosHaveAFiniteLoss() {
    float[][] zeros = new float[1][2];
    assertThat(loss(zeros, zeros, zeros, zeros)).isCloseTo(0f, within(1e-6f));
  }

  @Test
  void thePredictorEndsWithABiasAndNoTwoTermsShareAnyHead() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      dissimilarity(SMALL, graph.context().scope("one"), graph.tf().constant(new float[4][8]));
      assertThat(graph.trainable())
          .extracting(variable -> variable.name() + " " + variable.shape())
          .containsExactly(
              "one.projector.0.weight [6, 8]",
              "one.projector.1.weight [6]",
              "one.projector.1.bias [6]",
              "one.projector.3.weight [3, 6]",
              "one.predictor.0.weight [2, 3]",
              "one.predictor.1.weight [2]",
              "one.predictor.1.bias [2]",
              "one.predictor.3.weight [3, 2]",
              "one.predictor.3.bias [3]");

      dissimilarity(SMALL, graph.context().scope("two"), graph.tf().constant(new float[4][8]));
      assertThat(graph.trainable())
          .hasSize(18)
          .extracting(GraphVariable::name)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void projectionsAreStandardisedPartByPart() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Projector projector = Projector.of(graph.context(), 2, List.of(2), true);
      Operand<TFloat32> some = graph.tf().constant(new float[][] {{1, 5}, {3, 1}, {8, 0}});
      Operand<TFloat32> others = graph.tf().constant(new float[][] {{-40, 2}, {7, 2}, {1, 30}});
      Side projected = projector.apply(Side.of(some, others));
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);
        for (Operand<TFloat32> part : projected.parts()) {
          float[] values = session.fetch(part);
          for (int column = 0; column < 2; column++) {
            float a = values[column];
            float b = values[column + 2];
            float c = values[column + 4];
            assertThat((a + b + c) / 3).isCloseTo(0, within(1e-5f));
            assertThat((a * a + b * b + c * c) / 3).isCloseTo(1, within(1e-3f));
          }
        }
      }
    }
  }

  @Test
  void refusesPartsOfOneRowWhereProjectionsAreStandardised() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> row = graph.tf().constant(new float[1][8]);
      GraphContext g = graph.context();
      assertThatThrownBy(() -> dissimilarity(SMALL, g, row))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "base.simsiam must have at least 2 rows in every part, to standardise projections"
                  + " over them, got 1. Use a larger batch");
    }
  }

  @Test
  void refusesAPredictorThatDoesNotEndAsWideAsItsInputs() {
    SimSiamConfig config = new SimSiamConfig(List.of(), List.of(4), true, List.of());
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> rows = graph.tf().constant(new float[4][8]);
      GraphContext g = graph.context();
      assertThatThrownBy(() -> dissimilarity(config, g, rows))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("base.simsiam must have a predictor that ends with the width");
    }
  }

  private static Loss dissimilarity(SimSiamConfig config, GraphContext g, Operand<TFloat32> rows) {
    Side side = Side.of(rows, rows);
    return new SimSiam(config, "base.simsiam")
        .dissimilarity(g, Pair.of(side, side, () -> side, () -> side));
  }

  private static float loss(float[][] p1, float[][] p2, float[][] z1, float[][] z2) {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> loss =
          SimSiam.loss(
              graph.tf(),
              graph.tf().constant(p1),
              graph.tf().constant(p2),
              graph.tf().constant(z1),
              graph.tf().constant(z2));
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        return session.fetch(loss)[0];
      }
    }
  }
}
