package io.equivar.tck;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.core.graph.CrashGuard;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.ViewGraph;
import io.equivar.core.random.Seeds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.types.TFloat32;

/**
 * The graph of an objective and a base method as training builds it, up to the gradients: what is
 * wrong with it is found here rather than refused.
 */
final class LearningGraph implements AutoCloseable {

  private static final double NOISE = 0.1;

  private final ModelGraph graph = ModelGraph.forTraining();
  private final Pipeline pipeline;
  private final int batchSize;
  private final ViewGraph views;
  private final Loss loss;
  private final List<GraphVariable> variables;
  private final List<String> impure;
  private final Set<String> gradientPath;
  private final Map<String, Operand<TFloat32>> gradients;
  private final GraphSession session;

  LearningGraph(Objective objective, BaseModel base, Pipeline pipeline, int batchSize) {
    this.pipeline = pipeline;
    this.batchSize = batchSize;
    try {
      GraphContext g = graph.context();
      views = ViewGraph.build(g.scope("views"), pipeline, batchSize);
      KitEncoder encoder = KitEncoder.make(g.scope("backbone"));
      loss = objective.build(g.scope("objective"), encoder, views, base);
      variables = List.copyOf(graph.variables());
      impure = GraphRules.impure(graph);
      gradientPath = GraphRules.gradientPath(loss.value());
      CrashGuard.check(graph.graph());
      gradients = gradients(variables.stream().filter(this::onGradientPath).toList());
      session = new GraphSession(graph, SessionOptions.DEFAULT);
      session.initialize(1);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private boolean onGradientPath(GraphVariable variable) {
    return gradientPath.contains(GraphRules.key(GraphRules.read(graph, variable)));
  }

  /** Takes gradients one by one where TensorFlow finds none for one of them. */
  private Map<String, Operand<TFloat32>> gradients(List<GraphVariable> reached) {
    Map<String, Operand<TFloat32>> byName = new LinkedHashMap<>();
    try {
      addGradients(reached, byName);
    } catch (TensorFlowException | IllegalArgumentException e) {
      for (GraphVariable variable : reached) {
        try {
          addGradients(List.of(variable), byName);
        } catch (TensorFlowException | IllegalArgumentException none) {
          byName.remove(variable.name());
        }
      }
    }
    return byName;
  }

  private void addGradients(List<GraphVariable> of, Map<String, Operand<TFloat32>> byName) {
    if (of.isEmpty()) {
      return;
    }
    Output<?>[] outputs =
        graph
            .graph()
            .addGradients(
                loss.value().asOutput(),
                of.stream()
                    .map(variable -> GraphRules.read(graph, variable))
                    .toArray(Output<?>[]::new));
    for (int i = 0; i < outputs.length; i++) {
      byName.put(of.get(i).name(), outputs[i].expect(TFloat32.class));
    }
  }

  /** Returns the loss and its terms. */
  Loss loss() {
    return loss;
  }

  /** Returns the variables that were made, those of the encoder included. */
  Collection<GraphVariable> variables() {
    return variables;
  }

  /** Returns what reads variables, as {@link GraphRules#key} names it. */
  Set<String> reads(Stream<GraphVariable> read) {
    return read.map(variable -> GraphRules.key(GraphRules.read(graph, variable)))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Returns the operations with randomness or state of their own. */
  List<String> impure() {
    return impure;
  }

  /** Makes a batch for this graph. */
  Feed feed(long number) {
    return Feed.random(pipeline, batchSize, number);
  }

  /** Makes a batch of images that are all alike. */
  Feed blackFeed() {
    return Feed.black(pipeline, batchSize);
  }

  /** Moves all trained variables a little, away from zeros that an initialiser may have set. */
  void shake() {
    RandomGenerator random = Seeds.generator(3);
    for (GraphVariable variable : variables) {
      if (variable.trainable()) {
        float[] values = session.read(variable.name());
        for (int i = 0; i < values.length; i++) {
          values[i] += (float) (NOISE * random.nextGaussian());
        }
        session.write(variable.name(), values);
      }
    }
  }

  /** Gives one variable the value of another. */
  void copy(String from, String to) {
    session.write(to, session.read(from));
  }

  /** Computes operands on a batch. */
  List<float[]> fetch(Feed feed, List<? extends Operand<TFloat32>> operands) {
    return feed.run(session, views, operands, Map.of(), Optional.empty());
  }

  /** Computes the loss on a batch. */
  float[] loss(Feed feed) {
    return fetch(feed, List.of(loss.value())).get(0);
  }

  /** Computes the gradients of those variables that one reaches, on a batch. */
  Map<String, float[]> gradients(Feed feed) {
    List<String> names = new ArrayList<>(gradients.keySet());
    List<float[]> values = fetch(feed, names.stream().map(gradients::get).toList());
    Map<String, float[]> byName = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.put(names.get(i), values.get(i));
    }
    return byName;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
