package io.equivar.plugin.moco;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.Side;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The head of queries, and, with averaged weights, that of keys.
 *
 * @param layers dense layers, with ReLU between them; none if there is no projector
 */
record Projector(Ops tf, List<Layer> layers) {

  /** Makes the layers {@code projector.0}, {@code projector.1}, {@code projector.3}... */
  static Projector of(
      GraphContext g, int inputs, List<Integer> widths, boolean hiddenNormalization) {
    GraphContext scope = g.scope("projector");
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int i = 0; i < widths.size(); i++) {
      int place = 3 * i;
      int outputs = widths.get(i);
      Layer dense = scope.dense(Integer.toString(place), width, outputs, !hiddenNormalization);
      layers.add(
          hiddenNormalization && i < widths.size() - 1
              ? Layer.sequence(
                  List.of(dense, scope.batchNormalization(Integer.toString(place + 1), outputs)))
              : dense);
      width = outputs;
    }
    return new Projector(scope.tf(), List.copyOf(layers));
  }

  /** Returns what is made of a side, part by part, joined: {@code [all rows, width]}. */
  Operand<TFloat32> apply(Side side) {
    return Side.of(side.parts().stream().map(this::project).toList()).joined(tf);
  }

  private Operand<TFloat32> project(Operand<TFloat32> rows) {
    Operand<TFloat32> x = rows;
    for (int i = 0; i < layers.size(); i++) {
      x = layers.get(i).apply(i == 0 ? x : tf.nn.relu(x));
    }
    return x;
  }

  /** Returns the head with the moving averages of its weights. */
  Projector averaged() {
    return new Projector(tf, layers.stream().map(Layer::averaged).toList());
  }
}
