package io.equivar.core.pipeline;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * Shows what a pipeline makes of images, exactly as training would. Made once for a batch size; not
 * thread-safe.
 */
public final class PipelinePreview implements AutoCloseable {

  private final Pipeline pipeline;
  private final HostSteps hostSteps;
  private final ModelGraph graph;
  private final ViewGraph views;
  private final Operand<TFloat32> first;
  private final Operand<TFloat32> second;
  private final Session session;

  /**
   * Views of a batch and how they came about.
   *
   * @param first the first view, {@code [batchSize, height, width, 3]}, row-major
   * @param second the second view, likewise
   * @param shape the size of the views
   * @param parameters what was drawn for them
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Preview(
      float[] first, float[] second, ImageShape shape, ParameterTable parameters) {}

  /**
   * Builds the graph.
   *
   * @param pipeline the steps to look at; see {@link Pipeline#first} for a part of them
   * @param batchSize number of images, even
   * @throws io.equivar.api.config.ConfigurationException if the batch size is odd or not positive
   */
  public PipelinePreview(Pipeline pipeline, int batchSize) {
    this.pipeline = pipeline;
    this.hostSteps = HostSteps.of(pipeline, batchSize, SessionOptions.DEFAULT);
    this.graph = ModelGraph.forEvaluation();
    try {
      this.views = ViewGraph.build(graph.context().scope("views"), pipeline, batchSize);
      // Without any step both views are one output, which cannot be fetched twice.
      this.first = graph.tf().identity(views.first());
      this.second = graph.tf().identity(views.second());
      this.session = new Session(graph.graph());
    } catch (RuntimeException | Error e) {
      graph.close();
      hostSteps.close();
      throw e;
    }
  }

  /**
   * Makes both views of a batch.
   *
   * @param images bytes, {@code [batchSize, height, width, 3]}, row-major
   * @param parameters drawn by a {@link ParameterSampler} of the same pipeline and batch size
   */
  public Preview make(byte[] images, ParameterTable parameters) {
    byte[] fed = hostSteps.feed(images, parameters);
    try (TUint8 bytes = TUint8.tensorOf(views.images().shape(), DataBuffers.of(fed));
        TFloat32 table = parameters.toTensor();
        Result result =
            session
                .runner()
                .feed(views.images(), bytes)
                .feed(views.parameters(), table)
                .fetch(first)
                .fetch(second)
                .run()) {
      return new Preview(
          GraphSession.floats(result.get(0)),
          GraphSession.floats(result.get(1)),
          pipeline.outputShape(),
          parameters);
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    hostSteps.close();
  }
}
