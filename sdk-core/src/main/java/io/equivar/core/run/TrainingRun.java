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
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.proto.StepStats;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** A training graph, the session that runs it, and the steps made with them. Not thread-safe. */
final class TrainingRun implements AutoCloseable {

  private static final RunOptions FULL_TRACE =
      RunOptions.newBuilder().setTraceLevel(RunOptions.TraceLevel.FULL_TRACE).build();

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
    try (Fed fed = feed(batch, learningRate, progress, update)) {
      Map<String, Integer> places = fetchEachOnce(fed.runner());
      try (Result result = fed.runner().run()) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Loss.Term term : graph.loss().terms()) {
          values.put(term.name(), scalar(result, places, term.value()));
        }
        return new StepLosses(scalar(result, places, graph.loss().value()), values);
      }
    }
  }

  /**
   * Makes one step that updates the weights, and records when each operation ran. Slower than
   * {@link #step}.
   */
  StepStats trace(Batch batch, double learningRate) {
    try (Fed fed = feed(batch, learningRate, 0, true)) {
      fed.runner().setOptions(FULL_TRACE);
      try (Result result = fed.runner().runAndFetchMetadata()) {
        return result.getMetadata().orElseThrow().getStepStats();
      }
    }
  }

  private Fed feed(Batch batch, double learningRate, double progress, boolean update) {
    Session.Runner runner =
        session.runner().addTarget(update ? graph.step() : graph.accumulation().orElseThrow());
    Fed fed = new Fed(runner, new ArrayList<>());
    fed.add(
        views.images(), TUint8.tensorOf(views.images().shape(), DataBuffers.of(batch.pixels())));
    fed.add(views.parameters(), batch.parameters().toTensor());
    fed.add(graph.learningRate(), TFloat32.scalarOf((float) learningRate));
    fed.add(
        graph.averagingMomentum(), TFloat32.scalarOf((float) graph.averagingMomentumAt(progress)));
    return fed;
  }

  /** A run that is ready to start, with what was fed to it. */
  private record Fed(Session.Runner runner, List<Tensor> tensors) implements AutoCloseable {

    void add(Operand<?> placeholder, Tensor tensor) {
      tensors.add(tensor);
      runner.feed(placeholder, tensor);
    }

    @Override
    public void close() {
      tensors.forEach(Tensor::close);
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
