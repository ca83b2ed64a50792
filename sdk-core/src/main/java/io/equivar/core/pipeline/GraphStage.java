package io.equivar.core.pipeline;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/**
 * Steps that are TensorFlow operations, but stand before one that is Java on pixels: a graph of
 * their own, run by the threads that assemble batches. What leaves it is rounded to bytes.
 */
final class GraphStage implements HostStage {

  /** Colours are meant to lie in [0, 1]; what leaves this range was normalised. */
  private static final float LOWEST = -1;

  private static final float HIGHEST = 2;

  private final List<PlacedStep> steps;
  private final int rowWidth;
  private final ModelGraph graph;
  private final GraphSession session;
  private final Placeholder<TUint8> images;
  private final Placeholder<TFloat32> rows;
  private final Operand<TUint8> bytes;
  private final Operand<TFloat32> lowest;
  private final Operand<TFloat32> highest;

  /**
   * Builds the graph.
   *
   * @param batchSize number of images, or -1 for any
   * @param rowWidth number of values in a row of the whole pipeline
   */
  GraphStage(List<PlacedStep> steps, int batchSize, int rowWidth, SessionOptions options) {
    this.steps = List.copyOf(steps);
    this.rowWidth = rowWidth;
    graph = ModelGraph.forEvaluation();
    try {
      GraphContext g = graph.context();
      Ops tf = g.tf();
      ImageShape size = steps.get(0).input();
      images =
          tf.placeholder(
              TUint8.class, Placeholder.shape(Shape.of(batchSize, size.height(), size.width(), 3)));
      rows = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(batchSize, rowWidth)));
      DrawnRows drawn = new DrawnRows(tf, rows);
      Operand<TFloat32> view = ViewGraph.unitRange(tf, images);
      for (PlacedStep step : steps) {
        view = StepApplication.apply(g, step, view, drawn.parameters(step), drawn.coins(step));
      }
      Operand<TFloat32> levels =
          tf.math.add(
              tf.math.mul(
                  tf.clipByValue(view, tf.constant(0f), tf.constant(1f)), tf.constant(255f)),
              tf.constant(0.5f));
      bytes = tf.dtypes.cast(levels, TUint8.class);
      Operand<TInt32> all = tf.constant(new int[] {0, 1, 2, 3});
      lowest = tf.min(view, all);
      highest = tf.max(view, all);
      session = new GraphSession(graph, options);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  @Override
  public byte[] apply(byte[] pixels, float[] values, int count) {
    ImageShape size = steps.get(0).input();
    try (TUint8 fed =
            TUint8.tensorOf(
                Shape.of(count, size.height(), size.width(), 3), DataBuffers.of(pixels));
        TFloat32 table = TFloat32.tensorOf(Shape.of(count, rowWidth), DataBuffers.of(values));
        Result result =
            session
                .runner()
                .feed(images, fed)
                .feed(rows, table)
                .fetch(bytes)
                .fetch(lowest)
                .fetch(highest)
                .run()) {
      requireColours(result);
      TUint8 made = (TUint8) result.get(0);
      byte[] copy = new byte[Math.toIntExact(made.shape().size())];
      made.asRawTensor().data().read(copy);
      return copy;
    }
  }

  private void requireColours(Result result) {
    float low = ((TFloat32) result.get(1)).getFloat();
    float high = ((TFloat32) result.get(2)).getFloat();
    if (!(low >= LOWEST && high <= HIGHEST)) {
      PlacedStep last = steps.get(steps.size() - 1);
      throw StepFailure.of(
          last,
          "must leave colours in [0, 1] to the step behind it, which is Java on pixels"
              + " (move normalisation to the end of the pipeline)",
          "values in [" + low + ", " + high + "]");
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
