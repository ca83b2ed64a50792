package io.equivar.core.run;

import io.equivar.core.config.RunConfig;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.ViewGraph;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** Makes views, and nothing of them. */
final class ViewRun implements AutoCloseable {

  private final ModelGraph graph = ModelGraph.forTraining();
  private final ViewGraph views;
  private final GraphSession session;

  ViewRun(Pipeline pipeline, RunConfig config, SessionOptions options) {
    views = ViewGraph.build(graph.context(), pipeline, config.training().batchSize());
    session = new GraphSession(graph, options);
  }

  void views(Batch batch) {
    try (TUint8 pixels = TUint8.tensorOf(views.images().shape(), DataBuffers.of(batch.pixels()));
        TFloat32 parameters = batch.parameters().toTensor()) {
      session
          .runner()
          .feed(views.images(), pixels)
          .feed(views.parameters(), parameters)
          .addTarget(views.first())
          .addTarget(views.second())
          .run()
          .close();
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
