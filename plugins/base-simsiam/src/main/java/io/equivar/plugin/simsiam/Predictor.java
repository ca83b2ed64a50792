package io.equivar.plugin.simsiam;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.Side;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The prediction MLP {@code h}: "has BN applied to its hidden fc layers. Its output fc does not
 * have BN or ReLU" (section 3). Unlike that of {@link GraphContext#perceptron}, the last layer has
 * a bias.
 *
 * @param hidden dense layers with batch normalisation, each followed by ReLU
 * @param output the last layer; nothing if there is no predictor
 */
record Predictor(Ops tf, List<Layer> hidden, Layer output) {

  /** Makes the layers {@code predictor.0}, {@code predictor.1}, {@code predictor.3}... */
  static Predictor of(GraphContext g, int inputs, List<Integer> widths) {
    if (widths.isEmpty()) {
      return new Predictor(g.tf(), List.of(), Layer.sequence(List.of()));
    }
    GraphContext scope = g.scope("predictor");
    List<Layer> hidden = new ArrayList<>();
    int width = inputs;
    for (int i = 0; i < widths.size() - 1; i++) {
      int place = 3 * i;
      int outputs = widths.get(i);
      hidden.add(
          Layer.sequence(
              List.of(
                  scope.dense(Integer.toString(place), width, outputs, false),
                  scope.batchNormalization(Integer.toString(place + 1), outputs))));
      width = outputs;
    }
    int last = widths.size() - 1;
    return new Predictor(
        scope.tf(),
        List.copyOf(hidden),
        scope.dense(Integer.toString(3 * last), width, widths.get(last), true));
  }

  /** Returns the predictions, made part by part. */
  Side apply(Side projections) {
    return Side.of(projections.parts().stream().map(this::predict).toList());
  }

  private Operand<TFloat32> predict(Operand<TFloat32> rows) {
    Operand<TFloat32> x = rows;
    for (Layer layer : hidden) {
      x = tf.nn.relu(layer.apply(x));
    }
    return output.apply(x);
  }
}
