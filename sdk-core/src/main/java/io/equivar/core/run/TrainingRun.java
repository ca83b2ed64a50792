package io.equivar.core.run;

import io.equivar.api.learning.Loss;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.ViewGraph;
import io.equivar.core.train.TrainingGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** A training graph, the session that runs it, and the steps made with them. Not thread-safe. */
final class TrainingRun implements AutoCloseable {

  private final TrainingGraph graph;
  private final ViewGraph views;
  private final GraphSession session;

  /**
   * Opens the session and gives all variables their initial values.
   *
   * @param graph is closed with this
   * @param views those of the graph
   * @param given initial values by the name of the variable; all others depend on the seed
   */
  TrainingRun(
      TrainingGraph graph,
      ViewGraph views,
      SessionOptions options,
      long seed,
      Map<String, float[]> given) {
    this.graph = graph;
    this.views = views;
    this.session = new GraphSession(graph.graph(), options);
    session.initialize(seed, given);
  }

  /**
   * Makes one step.
   *
   * @param progress how much of the training is done, in [0, 1)
   * @param update whether the weights are updated, or gradients only added up for a later update
   * @return the losses before the step
   */
  StepLosses step(Batch batch, double learningRate, double progress, boolean update) {
    double momentum = graph.averagingMomentumAt(progress);
    try (TUint8 pixels = TUint8.tensorOf(views.images().shape(), DataBuffers.of(batch.pixels()));
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
              .addTarget(update ? graph.step() : graph.accumulation().orElseThrow());
      Map<String, Integer> places = fetchEachOnce(runner);
      try (Result result = runner.run()) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Loss.Term term : graph.loss().terms()) {
          values.put(term.name(), scalar(result, places, term.value()));
        }
        return new StepLosses(scalar(result, places, graph.loss().value()), values);
      }
    }
  }

  /** A loss of one term is the term itself, and a result may hold nothing twice. */
  private Map<String, Integer> fetchEachOnce(Session.Runner runner) {
    Map<String, Integer> places = new HashMap<>();
    List<Operand<TFloat32>> losses = new ArrayList<>();
    losses.add(graph.loss().value());
    graph.loss().terms().forEach(term -> losses.add(term.value()));
    for (Operand<TFloat32> loss : losses) {
      if (places.putIfAbsent(key(loss), places.size()) == null) {
        runner.fetch(loss);
      }
    }
    return places;
  }

  private static double scalar(Result result, Map<String, Integer> places, Operand<TFloat32> loss) {
    int place = Objects.requireNonNull(places.get(key(loss)));
    return ((TFloat32) result.get(place)).getFloat();
  }

  private static String key(Operand<TFloat32> operand) {
    return operand.asOutput().op().name() + ":" + operand.asOutput().index();
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
