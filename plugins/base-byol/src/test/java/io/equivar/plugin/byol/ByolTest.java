package io.equivar.plugin.byol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.AveragingSchedule;
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

class ByolTest {

  private static final float[][] RIGHT_UP = {{2, 0}, {0, 3}};

  @Test
  void eachSideIsComparedWithTheTargetOfTheOther() {
    float[][] rightDown = {{5, 0}, {0, -1}};
    float[][] leftUp = {{-1, 0}, {0, 1}};
    // Against the second target: 0 for equal directions, 4 for opposite ones; the same for the
    // second side and the first target.
    assertThat(run(RIGHT_UP, RIGHT_UP, RIGHT_UP, RIGHT_UP)).isCloseTo(0f, within(1e-6f));
    assertThat(run(RIGHT_UP, RIGHT_UP, RIGHT_UP, rightDown)).isCloseTo(2f, within(1e-6f));
    assertThat(run(RIGHT_UP, leftUp, RIGHT_UP, rightDown)).isCloseTo(4f, within(1e-6f));
    assertThat(run(RIGHT_UP, leftUp, leftUp, RIGHT_UP)).isCloseTo(0f, within(1e-6f));
  }

  @Test
  void rowsOfZerosHaveAFiniteLoss() {
    float[][] zeros = new float[2][2];
    assertThat(run(zeros, RIGHT_UP, RIGHT_UP, zeros)).isCloseTo(2f, within(1e-6f));
  }

  @Test
  void theHeadsAreAsThePaperHasThemAndNoTwoTermsShareAny() {
    ByolConfig config =
        new ByolConfig(0.996, MomentumSchedule.COSINE, List.of(6, 3), List.of(5, 3), List.of());
    try (ModelGraph graph = ModelGraph.forTraining()) {
      dissimilarity(config, graph.context().scope("one"), graph.tf().constant(new float[4][8]));
      assertThat(graph.trainable())
          .extracting(variable -> variable.name() + " " + variable.size())
          .containsExactly(
              "one.projector.0.weight 48",
              "one.projector.1.weight 6",
              "one.projector.1.bias 6",
              "one.projector.3.weight 18",
              "one.predictor.0.weight 15",
              "one.predictor.1.weight 5",
              "one.predictor.1.bias 5",
              "one.predictor.3.weight 15");

      dissimilarity(config, graph.context().scope("two"), graph.tf().constant(new float[4][8]));
      assertThat(graph.trainable())
          .hasSize(16)
          .extracting(GraphVariable::name)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void theMomentumRisesToOneAlongACosineUnlessItIsConstant() {
    AveragingSchedule rising = schedule(MomentumSchedule.COSINE);
    assertThat(rising.momentum(0)).isCloseTo(0.99, within(1e-12));
    assertThat(rising.momentum(0.5)).isCloseTo(0.995, within(1e-12));
    assertThat(rising.momentum(1)).isCloseTo(1, within(1e-12));
    assertThat(schedule(MomentumSchedule.CONSTANT).momentum(0.5)).isEqualTo(0.99);
  }

  @Test
  void refusesAPredictorThatDoesNotEndAsWideAsItsInputs() {
    ByolConfig config =
        new ByolConfig(0.996, MomentumSchedule.COSINE, List.of(), List.of(4), List.of());
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> rows = graph.tf().constant(new float[4][8]);
      GraphContext g = graph.context();
      assertThatThrownBy(() -> dissimilarity(config, g, rows))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "base.byol must have a predictor that ends with the width of its inputs (8), as"
                  + " there is no projector, got [4]. Add a projector, or heads of their own under"
                  + " other-heads");
    }
  }

  private static AveragingSchedule schedule(MomentumSchedule schedule) {
    ByolConfig config = new ByolConfig(0.99, schedule, List.of(), List.of(), List.of());
    return new Byol(config, "base").averaging().orElseThrow();
  }

  private static Loss dissimilarity(ByolConfig config, GraphContext g, Operand<TFloat32> rows) {
    Side side = Side.of(rows, rows);
    return new Byol(config, "base.byol")
        .dissimilarity(g, Pair.of(side, side, () -> side, () -> side));
  }

  private static float run(
      float[][] first, float[][] second, float[][] firstTarget, float[][] secondTarget) {
    ByolConfig config =
        new ByolConfig(0.996, MomentumSchedule.COSINE, List.of(), List.of(), List.of());
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Pair pair =
          Pair.of(
              Side.of(graph.tf().constant(first)),
              Side.of(graph.tf().constant(second)),
              () -> Side.of(graph.tf().constant(firstTarget)),
              () -> Side.of(graph.tf().constant(secondTarget)));
      Loss loss = new Byol(config, "base").dissimilarity(graph.context(), pair);
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        return session.fetch(loss.value())[0];
      }
    }
  }
}
