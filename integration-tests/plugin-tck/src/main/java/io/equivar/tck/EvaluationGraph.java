package io.equivar.tck;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.LearnedTransformations;
import io.equivar.api.learning.Objective;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.ViewGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The graph in which an objective is asked what it learned of transformations. */
final class EvaluationGraph implements AutoCloseable {

  private final ModelGraph graph = ModelGraph.forEvaluation();
  private final Pipeline pipeline;
  private final int batchSize;
  private final ViewGraph views;
  private final List<Operand<TFloat32>> learned = new ArrayList<>();
  private final List<String> impure;

  EvaluationGraph(Objective objective, Pipeline pipeline, int batchSize) {
    this.pipeline = pipeline;
    this.batchSize = batchSize;
    try {
      GraphContext g = graph.context();
      views = ViewGraph.build(g.scope("views"), pipeline, batchSize);
      KitEncoder encoder = KitEncoder.make(g.scope("backbone"));
      LearnedTransformations made = objective.transformations(g.scope("objective"), encoder, views);
      made.representations().ifPresent(learned::add);
      made.prediction()
          .ifPresent(
              prediction -> {
                learned.add(prediction.predicted());
                learned.add(prediction.actual());
              });
      impure = GraphRules.impure(graph);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  /** Returns the variables that were made, those of the encoder included, with their shapes. */
  List<String> variables() {
    return graph.variables().stream().map(EvaluationGraph::described).toList();
  }

  /** Returns a variable's name and shape. */
  static String described(GraphVariable variable) {
    return variable.name() + " " + variable.shape();
  }

  /** Returns the operations with randomness or state of their own. */
  List<String> impure() {
    return impure;
  }

  /** Returns the number of rows of each value, as the graph knows them. */
  List<Long> rows() {
    return learned.stream().map(operand -> operand.shape().get(0)).toList();
  }

  /** Computes what was learned on a batch. */
  List<float[]> values() {
    if (learned.isEmpty()) {
      return List.of();
    }
    try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT)) {
      session.initialize(1);
      return Feed.random(pipeline, batchSize, 0)
          .run(session, views, learned, Map.of(), Optional.empty());
    }
  }

  @Override
  public void close() {
    graph.close();
  }
}
