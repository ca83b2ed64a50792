package io.equivar.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.core.graph.Convolutions;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.SessionOptions;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** On half the sum of squares, whose gradient is the weights. */
class OptimizerTest {

  private static final double[] RATES = {0.1, 0.1, 0.02};
  private static final String MATRIX = "objective.matrix";
  private static final String BIAS = "objective.bias";
  private static final Offset<Float> NEAR = within(2e-5f);

  private static final Objective SQUARES =
      (g, encoder, views, base) -> {
        Ops tf = g.tf();
        Variable matrix = g.variable(VariableSpec.trained("matrix", Initializer.constant(0), 1, 2));
        Variable bias = g.variable(VariableSpec.trained("bias", Initializer.constant(0), 2));
        Operand<TFloat32> squares =
            tf.math.add(
                tf.reduceSum(tf.math.square(matrix.value()), tf.constant(new int[] {0, 1})),
                tf.reduceSum(tf.math.square(bias.value()), tf.constant(new int[] {0})));
        return Loss.of(tf.math.mul(squares, tf.constant(0.5f)));
      };

  /** Three steps of PyTorch's Adam in double precision. */
  @Test
  void adamFollowsPyTorch() {
    requireMatrix(
        new Adam(0.9, 0.999, 1e-8, new WeightDecay(0.1, true), false),
        new double[][] {
          {3.9, -0.400000002}, {3.800073995, -0.301187423}, {3.780113965, -0.28192419}
        });
    requireMatrix(
        new Adam(0.5, 0.75, 0.01, new WeightDecay(0, true), false),
        new double[][] {
          {3.900249377, -0.401960784}, {3.800750452, -0.306774431}, {3.780928554, -0.288799641}
        });
  }

  /** Three steps of PyTorch's AdamW in double precision. */
  @Test
  void adamWFollowsPyTorch() {
    requireMatrix(
        new Adam(0.9, 0.999, 1e-8, new WeightDecay(0.1, true), true),
        new double[][] {
          {3.86, -0.395000002}, {3.721508701, -0.292338706}, {3.694124422, -0.272554087}
        });
  }

  @Test
  void larsScalesTheGradientToTheNormOfTheWeights() {
    double[] weight = {4, -0.5};
    double[] velocity = new double[2];
    double[][] expected = new double[RATES.length][];
    for (int step = 0; step < RATES.length; step++) {
      // The gradient is the weight itself, and so is the direction of the decay.
      double norm = Math.hypot(weight[0], weight[1]);
      double ratio = 0.5 * norm / (1.1 * norm);
      for (int i = 0; i < 2; i++) {
        velocity[i] = 0.9 * velocity[i] + ratio * 1.1 * weight[i];
        weight[i] -= RATES[step] * velocity[i];
      }
      expected[step] = weight.clone();
    }
    requireMatrix(new Lars(0.9, 0.5, new WeightDecay(0.1, false)), expected);
  }

  @Test
  void larsSparesBiasesOfDecayAndScaling() {
    train(
        new Lars(0, 0.001, new WeightDecay(0.5, false)),
        1,
        (step, session) ->
            assertThat(session.read(BIAS)).containsExactly(new float[] {2.7f, -0.9f}, NEAR));
  }

  @Test
  void larsTakesWeightsThatAreZeroAsTheyAre() {
    try (TrainingGraph graph = build(new Lars(0, 0.001, new WeightDecay(0.5, true)), 1);
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(1);
      step(graph, session, graph.step(), 0.1);

      assertThat(session.read(MATRIX)).containsExactly(0, 0);
    }
  }

  @Test
  void decayMaySpareBiases() {
    train(
        new Sgd(0, new WeightDecay(0.5, false)),
        1,
        (step, session) -> {
          assertThat(session.read(MATRIX)).containsExactly(new float[] {3.4f, -0.425f}, NEAR);
          assertThat(session.read(BIAS)).containsExactly(new float[] {2.7f, -0.9f}, NEAR);
        });
  }

  @Test
  void gradientsOfSeveralBatchesMakeOneUpdate() {
    Sgd sgd = new Sgd(0.9, 0.5);
    try (TrainingGraph whole = build(sgd, 1);
        GraphSession expected = new GraphSession(whole.graph(), SessionOptions.DEFAULT);
        TrainingGraph parts = build(sgd, 2);
        GraphSession actual = new GraphSession(parts.graph(), SessionOptions.DEFAULT)) {
      start(expected);
      start(actual);
      for (double rate : RATES) {
        step(whole, expected, whole.step(), rate);
        float[] before = actual.read(MATRIX);
        step(parts, actual, parts.accumulation().orElseThrow(), rate);
        assertThat(actual.read(MATRIX)).containsExactly(before);
        step(parts, actual, parts.step(), rate);

        // The loss is the same for every batch, so the mean gradient is that of one.
        assertThat(actual.read(MATRIX)).containsExactly(expected.read(MATRIX), NEAR);
        assertThat(actual.read(BIAS)).containsExactly(expected.read(BIAS), NEAR);
      }
      assertThat(whole.accumulation()).isEmpty();
    }
  }

  private static void requireMatrix(Optimizer optimizer, double[][] expected) {
    train(
        optimizer,
        RATES.length,
        (step, session) -> {
          float[] weights = {(float) expected[step][0], (float) expected[step][1]};
          assertThat(session.read(MATRIX)).containsExactly(weights, NEAR);
        });
  }

  private static void train(
      Optimizer optimizer, int steps, BiConsumer<Integer, GraphSession> check) {
    try (TrainingGraph graph = build(optimizer, 1);
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      start(session);
      for (int step = 0; step < steps; step++) {
        step(graph, session, graph.step(), RATES[step]);
        check.accept(step, session);
      }
    }
  }

  private static void start(GraphSession session) {
    session.initialize(1);
    session.write(MATRIX, new float[] {4, -0.5f});
    session.write(BIAS, new float[] {3, -1});
  }

  private static TrainingGraph build(Optimizer optimizer, int batches) {
    return TrainingGraph.build(
        g -> new TrainingGraphTest.NoViews(),
        g -> new TrainingGraphTest.NoEncoder(),
        SQUARES,
        new TrainingGraphTest.NoHeads(Optional.empty()),
        optimizer,
        batches,
        Convolutions.REPEATABLE);
  }

  private static void step(TrainingGraph graph, GraphSession session, Op target, double rate) {
    try (TFloat32 rateTensor = TFloat32.scalarOf((float) rate);
        TFloat32 momentum = TFloat32.scalarOf(1)) {
      session
          .runner()
          .feed(graph.learningRate(), rateTensor)
          .feed(graph.averagingMomentum(), momentum)
          .addTarget(target)
          .run()
          .close();
    }
  }
}
