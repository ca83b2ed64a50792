package io.equivar.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.graph.Initializer;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.ViewStep;
import io.equivar.api.learning.Views;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.SessionOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class TrainingGraphTest {

  private static final Initializer FOUR = Initializer.constant(4);

  /** Loss w^2 / 2 of a single weight, so that the gradient is the weight. */
  private static final Objective SQUARE =
      (g, encoder, views, base) -> {
        Variable weight = g.variable(VariableSpec.trained("w", FOUR, 1));
        return square(g, weight);
      };

  @Test
  void sgdFollowsPyTorchsRule() {
    Sgd sgd = new Sgd(0.9, 0.5);
    double weight = 4;
    double velocity = 0;
    try (TrainingGraph graph = build(SQUARE, new NoHeads(Optional.empty()), sgd);
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(1);
      for (double rate : new double[] {0.1, 0.1, 0.02}) {
        step(graph, session, rate, 1);
        velocity = 0.9 * velocity + (weight + 0.5 * weight);
        weight -= rate * velocity;
        assertThat(session.read("objective.w")[0]).isCloseTo((float) weight, within(1e-5f));
      }
    }
  }

  @Test
  void weightDecaySparesVariablesThatAskForIt() {
    Objective objective =
        (g, encoder, views, base) ->
            square(g, g.variable(VariableSpec.trained("w", FOUR, 1).withoutWeightDecay()));
    try (TrainingGraph graph = build(objective, new NoHeads(Optional.empty()), new Sgd(0, 0.5));
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(1);
      step(graph, session, 0.25, 1);

      assertThat(session.read("objective.w")[0]).isCloseTo(3, within(1e-6f));
    }
  }

  @Test
  void movingAveragesFollowTheWeightsAsTheStepLeavesThem() {
    Objective objective =
        (g, encoder, views, base) -> {
          Variable weight = g.variable(VariableSpec.trained("w", FOUR, 1));
          weight.averaged();
          return square(g, weight);
        };
    NoHeads base = new NoHeads(Optional.of(AveragingSchedule.constant(0.75)));
    try (TrainingGraph graph = build(objective, base, new Sgd(0, 0));
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(1);
      step(graph, session, 0.5, graph.averagingMomentumAt(0));

      assertThat(session.read("objective.w")[0]).isCloseTo(2, within(1e-6f));
      // 0.75 * 4 + 0.25 * 2
      assertThat(session.read("averaged.objective.w")[0]).isCloseTo(3.5f, within(1e-6f));
    }
  }

  @Test
  void averagesWithoutAScheduleAreRefused() {
    Objective objective =
        (g, encoder, views, base) -> {
          Variable weight = g.variable(VariableSpec.trained("w", FOUR, 1));
          weight.averaged();
          return square(g, weight);
        };

    assertThatThrownBy(() -> build(objective, new NoHeads(Optional.empty()), new Sgd(0, 0)))
        .hasMessage(
            "the base method uses moving averages (averaged.objective.w) but gives no schedule for"
                + " them: BaseModel.averaging() must return one");
  }

  @Test
  void declaredValuesArriveAfterTheStep() {
    Objective objective =
        (g, encoder, views, base) -> {
          Variable count = g.variable(VariableSpec.state("count", Initializer.constant(0), 1));
          count.update(g.tf().math.add(count.value(), g.tf().constant(1f)));
          return square(g, g.variable(VariableSpec.trained("w", FOUR, 1)));
        };
    try (TrainingGraph graph = build(objective, new NoHeads(Optional.empty()), new Sgd(0, 0));
        GraphSession session = new GraphSession(graph.graph(), SessionOptions.DEFAULT)) {
      session.initialize(1);
      step(graph, session, 0.1, 1);
      step(graph, session, 0.1, 1);

      assertThat(session.read("objective.count")).containsExactly(2);
    }
  }

  @Test
  void aVariableThatNoGradientReachesIsNamed() {
    Objective objective =
        (g, encoder, views, base) -> {
          g.variable(VariableSpec.trained("idle", FOUR, 1));
          return square(g, g.variable(VariableSpec.trained("w", FOUR, 1)));
        };

    assertThatThrownBy(() -> build(objective, new NoHeads(Optional.empty()), new Sgd(0, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no gradient reaches the trainable variables objective.idle: make them part of the"
                + " loss, or do not make them");
  }

  private static Loss square(GraphContext g, Variable weight) {
    Operand<TFloat32> squares = g.tf().math.square(weight.value());
    return Loss.of(
        g.tf()
            .math
            .mul(g.tf().reduceSum(squares, g.tf().constant(new int[] {0})), g.tf().constant(0.5f)));
  }

  private static TrainingGraph build(Objective objective, BaseModel base, Optimizer optimizer) {
    return TrainingGraph.build(
        g -> new NoViews(), g -> new NoEncoder(), objective, base, optimizer);
  }

  private static void step(
      TrainingGraph graph, GraphSession session, double rate, double momentum) {
    try (TFloat32 rateTensor = TFloat32.scalarOf((float) rate);
        TFloat32 momentumTensor = TFloat32.scalarOf((float) momentum)) {
      session
          .runner()
          .feed(graph.learningRate(), rateTensor)
          .feed(graph.averagingMomentum(), momentumTensor)
          .addTarget(graph.step())
          .run()
          .close();
    }
  }

  record NoHeads(Optional<AveragingSchedule> averaging) implements BaseModel {

    @Override
    public Loss dissimilarity(GraphContext g, Pair pair) {
      throw new AssertionError("these objectives compare nothing");
    }
  }

  record NoEncoder() implements Encoder {

    @Override
    public Operand<TFloat32> apply(Operand<TFloat32> input) {
      return input;
    }

    @Override
    public int width() {
      return 1;
    }

    @Override
    public Encoder averaged() {
      return this;
    }
  }

  record NoViews() implements Views {

    @Override
    public Operand<TFloat32> first() {
      throw new AssertionError("these objectives see nothing");
    }

    @Override
    public Operand<TFloat32> second() {
      return first();
    }

    @Override
    public int batchSize() {
      return 2;
    }

    @Override
    public ImageShape imageShape() {
      return ImageShape.square(1);
    }

    @Override
    public List<ViewStep> steps() {
      return List.of();
    }

    @Override
    public Operand<TFloat32> leaders(Operand<TFloat32> rows) {
      return rows;
    }

    @Override
    public Operand<TFloat32> followers(Operand<TFloat32> rows) {
      return rows;
    }

    @Override
    public Operand<TFloat32> swapPartners(Operand<TFloat32> rows) {
      return rows;
    }
  }
}
