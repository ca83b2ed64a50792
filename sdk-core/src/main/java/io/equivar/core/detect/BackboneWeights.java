package io.equivar.core.detect;

import io.equivar.core.backbone.ResNet;
import io.equivar.core.backbone.ResNetSpec;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.train.TrainingGraph;

/** The values of the variables of a backbone. */
final class BackboneWeights implements AutoCloseable {

  private final ModelGraph graph = ModelGraph.forEvaluation();
  private final GraphSession session;

  BackboneWeights(ResNetSpec spec) {
    ResNet.make(graph.context().scope(TrainingGraph.BACKBONE), spec);
    session = new GraphSession(graph, SessionOptions.DEFAULT);
  }

  /** Takes those with which a run of this seed starts. */
  void initialize(long seed) {
    session.initialize(seed);
  }

  /** Takes those of a checkpoint. */
  void restore(Checkpoint checkpoint) {
    session.restore(checkpoint.variables());
  }

  /** Returns the values of a variable, by its name in the run. */
  float[] read(String variable) {
    return session.read(variable);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
