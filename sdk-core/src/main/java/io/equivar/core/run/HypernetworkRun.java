package io.equivar.core.run;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.Hypernetwork;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.train.Sgd;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Trains a hypernetwork by itself: both directions' predictions, their gradients, the update. */
final class HypernetworkRun implements AutoCloseable {

  private static final double MOMENTUM = 0.9;
  private static final double WEIGHT_DECAY = 5e-4;

  private final ModelGraph graph = ModelGraph.forTraining();
  private final GraphSession session;
  private final Placeholder<TFloat32> representations;
  private final Placeholder<TFloat32> codes;
  private final Op step;
  private final TFloat32 fedRepresentations;
  private final TFloat32 fedCodes;

  HypernetworkRun(int batchSize, int width, int codeWidth, SessionOptions options) {
    GraphContext g = graph.context();
    Ops tf = graph.tf();
    int rows = 2 * batchSize;
    representations = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(rows, width)));
    codes = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(rows, codeWidth)));
    Operand<TFloat32> predictions =
        Hypernetwork.of(g, width, codeWidth).apply(representations, codes);
    Operand<TFloat32> loss =
        tf.math.mean(tf.math.square(predictions), tf.constant(new int[] {0, 1}));
    GraphVariable weight = graph.variable("hypernetwork.weight");
    var gradients =
        graph
            .graph()
            .addGradients(
                loss.asOutput(),
                new Output<?>[] {
                  weight.value().asOutput(), representations.asOutput(), codes.asOutput()
                });
    @SuppressWarnings("unchecked") // Gradients have the type of what they are of.
    Operand<TFloat32> gradient = (Operand<TFloat32>) gradients[0];
    Op update =
        new Sgd(MOMENTUM, WEIGHT_DECAY)
            .apply(graph, Map.of(weight, gradient), tf.constant(1e-4f))
            .get(0);
    step = tf.withControlDependencies(List.<Op>of(update, gradients[1], gradients[2])).noOp();
    session = new GraphSession(graph, options);
    session.initialize(1);
    fedRepresentations = TFloat32.tensorOf(StdArrays.ndCopyOf(ones(rows, width)));
    fedCodes = TFloat32.tensorOf(StdArrays.ndCopyOf(ones(rows, codeWidth)));
  }

  void step() {
    session
        .runner()
        .feed(representations, fedRepresentations)
        .feed(codes, fedCodes)
        .addTarget(step)
        .run()
        .close();
  }

  private static float[][] ones(int rows, int columns) {
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      Arrays.fill(row, 1f);
    }
    return values;
  }

  @Override
  public void close() {
    fedRepresentations.close();
    fedCodes.close();
    session.close();
    graph.close();
  }
}
