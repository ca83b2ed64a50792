package io.equivar.core.run;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.Loss;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.ViewGraph;
import io.equivar.core.train.TrainingGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** A training graph, the session that runs it, and the steps made with them. Not thread-safe. */
final class TrainingRun implements AutoCloseable {

  private final TrainingGraph graph;
  private final ViewGraph views;
  private final GraphSession session;
  private final Shape batchShape;

  /**
   * Opens the session and gives all variables their initial values.
   *
   * @param graph is closed with this
   * @param views those of the graph
   * @param shape of the images that are fed
   */
  TrainingRun(
      TrainingGraph graph, ViewGraph views, ImageShape shape, SessionOptions options, long seed) {
    this.graph = graph;
    this.views = views;
    this.batchShape = Shape.of(views.batchSize(), shape.height(), shape.width(), 3);
    this.session = new GraphSession(graph.graph(), options);
    session.initialize(seed);
  }

  /**
   * Makes one step.
   *
   * @param progress how much of the training is done, in [0, 1)
   * @return the losses before the step
   */
  StepLosses step(Batch batch, double learningRate, double progress) {
    double momentum = graph.averagingMomentumAt(progress);
    try (TUint8 pixels = TUint8.tensorOf(batchShape, DataBuffers.of(batch.pixels()));
        TFloat32 parameters = batch.parameters().toTensor();
        TFloat32 rate = TFloat32.scalarOf((float) learningRate);
        TFloat32 averaging = TFloat32.scalarOf((float) momentum)) {
      Session.Runner runner =
          session
              .runner()
              .feed(views.images(), pixels)
              .feed(views.parameters(), parameters)
              .feed(graph.learningRate(), rate)
              .feed(graph.averagingMomentum(), averaging)
              .addTarget(graph.step())
              .fetch(graph.loss().value());
      List<Loss.Term> terms = graph.loss().terms();
      terms.forEach(term -> runner.fetch(term.value()));
      try (Result result = runner.run()) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) {
          values.put(terms.get(i).name(), scalar(result, i + 1));
        }
        return new StepLosses(scalar(result, 0), values);
      }
    }
  }

  private static double scalar(Result result, int index) {
    return ((TFloat32) result.get(index)).getFloat();
  }

  /** Returns the session, to read and save the variables. */
  GraphSession session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
