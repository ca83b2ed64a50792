package io.equivar.plugin.moco;

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
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

class MoCoTest {

  private static final float[][] RIGHT = {{2, 0}};
  private static final float[][] UP = {{0, 3}};

  @Test
  void aQueryIsToFindItsKeyAmongTheQueue() {
    float[][] upAndLeft = {{0, 7}, {-1, 0}};
    double positive = Math.exp(2);
    assertThat(loss(RIGHT, RIGHT, upAndLeft, 0.5))
        .isCloseTo((float) -Math.log(positive / (positive + 1 + Math.exp(-2))), within(1e-5f));
    assertThat(loss(RIGHT, UP, RIGHT, 0.5))
        .isCloseTo((float) -Math.log(1 / (1 + positive)), within(1e-5f));
  }

  @Test
  void lowTemperaturesAndRowsOfZerosHaveAFiniteLoss() {
    assertThat(loss(RIGHT, UP, RIGHT, 0.001)).isCloseTo(1000f, within(0.1f));
    float[][] zero = new float[1][2];
    assertThat(loss(zero, zero, zero, 0.2)).isCloseTo((float) Math.log(2), within(1e-5f));
  }

  @Test
  void everyTermHasAProjectorAndAQueueOfItsOwn() {
    MoCoConfig config = config(9, List.of(6, 3), true);
    try (ModelGraph graph = ModelGraph.forTraining()) {
      dissimilarity(config, graph.context().scope("one"), graph.tf().constant(new float[4][8]));
      assertThat(graph.variables())
          .filteredOn(variable -> !variable.name().contains("running"))
          .extracting(variable -> variable.name() + " " + variable.shape())
          .containsExactlyInAnyOrder(
              "one.projector.0.weight [6, 8]",
              "one.projector.1.weight [6]",
              "one.projector.1.bias [6]",
              "one.projector.3.weight [3, 6]",
              "averaged.one.projector.0.weight [6, 8]",
              "averaged.one.projector.1.weight [6]",
              "averaged.one.projector.1.bias [6]",
              "averaged.one.projector.3.weight [3, 6]",
              "one.queue.keys [9, 3]",
              "one.queue.position [1]");
      int variables = graph.variables().size();

      dissimilarity(config, graph.context().scope("two"), graph.tf().constant(new float[4][8]));
      assertThat(graph.variables()).hasSize(2 * variables);
    }
  }

  @Test
  void noGradientReachesTheQueue() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> rows = graph.tf().constant(new float[][] {{1, 2}, {3, -1}});
      Loss loss = dissimilarity(config(9, List.of(), true), graph.context(), rows);
      Operand<TFloat32> keys = graph.variable("queue.keys").value();
      // With 0 times the queue added there is a gradient to look at; without, there is none.
      Operand<TFloat32> sum = graph.tf().reduceSum(keys, graph.tf().constant(new int[] {0, 1}));
      Operand<TFloat32> reaching =
          graph.tf().math.add(loss.value(), graph.tf().math.mul(sum, graph.tf().constant(0f)));
      Output<?>[] gradients =
          graph.graph().addGradients(reaching.asOutput(), new Output<?>[] {keys.asOutput()});
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        session.initialize(1);
        assertThat(session.fetch(loss.value())[0]).isPositive();
        assertThat(session.fetch(gradients[0].expect(TFloat32.class))).hasSize(18).containsOnly(0f);
      }
    }
  }

  @Test
  void hiddenLayersMayHaveBiasesInsteadOfNormalisation() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      dissimilarity(
          config(9, List.of(6, 3), false),
          graph.context().scope("term"),
          graph.tf().constant(new float[4][8]));
      assertThat(graph.trainable())
          .extracting(GraphVariable::name)
          .containsExactly(
              "term.projector.0.weight",
              "term.projector.0.bias",
              "term.projector.3.weight",
              "term.projector.3.bias");
    }
  }

  @Test
  void refusesAQueueThatIsShorterThanAStepsKeys() {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      GraphContext g = graph.context();
      Operand<TFloat32> rows = graph.tf().constant(new float[4][8]);
      MoCoConfig config = config(7, List.of(), true);
      // Two parts of four rows.
      assertThatThrownBy(() -> dissimilarity(config, g, rows))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "base.moco.queue-length must be at least the number of keys that a step adds (8), got"
                  + " 7. Use a longer queue or a smaller batch");
    }
  }

  private static MoCoConfig config(
      int queueLength, List<Integer> projector, boolean hiddenNormalization) {
    return new MoCoConfig(
        0.2,
        queueLength,
        0.999,
        MomentumSchedule.CONSTANT,
        projector,
        hiddenNormalization,
        List.of());
  }

  private static Loss dissimilarity(MoCoConfig config, GraphContext g, Operand<TFloat32> rows) {
    Side side = Side.of(rows, rows);
    return new MoCo(config, "base.moco")
        .dissimilarity(g, Pair.of(side, side, () -> side, () -> side));
  }

  private static float loss(float[][] query, float[][] key, float[][] queue, double temperature) {
    try (ModelGraph graph = ModelGraph.forTraining()) {
      Operand<TFloat32> loss =
          MoCo.loss(
              graph.tf(),
              graph.tf().constant(query),
              graph.tf().constant(key),
              graph.tf().constant(queue),
              temperature);
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
        return session.fetch(loss)[0];
      }
    }
  }
}
