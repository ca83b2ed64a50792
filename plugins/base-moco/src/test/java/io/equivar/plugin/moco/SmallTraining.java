package io.equivar.plugin.moco;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.Views;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.ViewGraph;
import io.equivar.core.train.Sgd;
import io.equivar.core.train.TrainingGraph;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/** Trains the smallest encoder, a 2 x 2 matrix, on two fixed views of two rows. */
final class SmallTraining implements AutoCloseable {

  static final float[][] FIRST = {{1, 0.5f}, {-0.5f, 2}};
  static final float[][] SECOND = {{0.8f, 1}, {-1, 0.3f}};

  /** The encoder's weight {@code W}: {@code y = x W^T}. */
  static final String WEIGHT = "backbone.dense.weight";

  static final String AVERAGE = "averaged." + WEIGHT;

  private static final float LEARNING_RATE = 0.5f;

  private final TrainingGraph graph;
  private final GraphSession session;

  SmallTraining(BaseModel model, long seed) {
    graph =
        TrainingGraph.build(
            SmallTraining::noViews,
            g -> new DenseEncoder(g.dense("dense", 2, 2, false)),
            (g, encoder, views, base) -> loss(g, encoder, base),
            model,
            new Sgd(0.9, 0));
    session = new GraphSession(graph.graph(), SessionOptions.DEFAULT);
    session.initialize(seed);
  }

  private static Views noViews(GraphContext g) {
    return ViewGraph.build(g, Pipeline.of(ImageShape.square(1), List.of()), 2);
  }

  private static Loss loss(GraphContext g, Encoder encoder, BaseModel base) {
    Operand<TFloat32> first = g.tf().constant(FIRST);
    Operand<TFloat32> second = g.tf().constant(SECOND);
    return base.dissimilarity(
        g.scope("term"),
        Pair.of(
            Side.of(encoder.apply(first)),
            Side.of(encoder.apply(second)),
            () -> Side.of(encoder.averaged().apply(first)),
            () -> Side.of(encoder.averaged().apply(second))));
  }

  /**
   * Makes a step.
   *
   * @param progress how much of the training is done
   * @return the loss before the step
   */
  float step(double progress) {
    try (TFloat32 rate = TFloat32.scalarOf(LEARNING_RATE);
        TFloat32 momentum = TFloat32.scalarOf((float) graph.averagingMomentumAt(progress));
        Result result =
            session
                .runner()
                .feed(graph.learningRate(), rate)
                .feed(graph.averagingMomentum(), momentum)
                .addTarget(graph.step())
                .fetch(graph.loss().value())
                .run()) {
      return GraphSession.floats(result.get(0))[0];
    }
  }

  float[] read(String variable) {
    return session.read(variable);
  }

  List<String> variables() {
    return graph.graph().variables().stream().map(variable -> variable.name()).toList();
  }

  GraphSession session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  private record DenseEncoder(Layer dense) implements Encoder {

    @Override
    public Operand<TFloat32> apply(Operand<TFloat32> input) {
      return dense.apply(input);
    }

    @Override
    public int width() {
      return 2;
    }

    @Override
    public Encoder averaged() {
      return new DenseEncoder(dense.averaged());
    }
  }
}
