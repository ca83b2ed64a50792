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
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
  private final GraphSession session;
  private @Nullable Map<String, Operand<TFloat32>> gradients;
  private String gradientFailure = "";

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
      session = new GraphSession(graph, SessionOptions.DEFAULT);
      reset();
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private boolean onGradientPath(GraphVariable variable) {
    return gradientPath.contains(GraphRules.key(GraphRules.read(graph, variable)));
  }

  /** Gives every variable its initial value. */
  void reset() {
    session.initialize(1);
  }

  /** Adds the gradients to the graph, where they are asked for. */
  private Map<String, Operand<TFloat32>> gradients() {
    Map<String, Operand<TFloat32>> made = gradients;
    if (made == null) {
      CrashGuard.check(graph.graph());
      made = gradients(variables.stream().filter(this::onGradientPath).toList());
      gradients = made;
    }
    return made;
  }

  /** Takes gradients one by one where TensorFlow cannot take them all. */
  private Map<String, Operand<TFloat32>> gradients(List<GraphVariable> reached) {
    Map<String, Operand<TFloat32>> byName = new LinkedHashMap<>();
    try {
      addGradients(reached, byName);
    } catch (TensorFlowException e) {
      gradientFailure = ", because " + e.getMessage();
      for (GraphVariable variable : reached) {
        try {
          addGradients(List.of(variable), byName);
        } catch (TensorFlowException none) {
          byName.remove(variable.name());
        }
      }
    }
    return byName;
  }

  private void addGradients(List<GraphVariable> of, Map<String, Operand<TFloat32>> byName) {
    Output<?>[] reads =
        of.stream().map(variable -> GraphRules.read(graph, variable)).toArray(Output<?>[]::new);
    Output<?>[] outputs = graph.graph().addGradients(loss.value().asOutput(), reads);
    for (int i = 0; i < outputs.length; i++) {
      try {
        byName.put(of.get(i).name(), outputs[i].expect(TFloat32.class));
      } catch (IllegalStateException none) {
        // TensorFlow says so by an output of no operation: there is no gradient.
        byName.remove(of.get(i).name());
      }
    }
  }

  /** Returns what TensorFlow said where it could not take all gradients; else nothing. */
  String gradientFailure() {
    return gradientFailure;
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
    List<GraphVariable> trained = variables.stream().filter(GraphVariable::trainable).toList();
    List<float[]> read = fetch(blackFeed(), trained.stream().map(GraphVariable::value).toList());
    for (int i = 0; i < trained.size(); i++) {
      float[] values = read.get(i);
      for (int j = 0; j < values.length; j++) {
        values[j] += (float) (NOISE * random.nextGaussian());
      }
      session.write(trained.get(i).name(), values);
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
    Map<String, float[]> byName = new LinkedHashMap<>();
    Iterator<float[]> values = fetch(feed, List.copyOf(gradients().values())).iterator();
    gradients().keySet().forEach(name -> byName.put(name, values.next()));
    return byName;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
