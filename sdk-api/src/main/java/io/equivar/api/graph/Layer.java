package io.equivar.api.graph;

import io.equivar.api.Spi;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A part of a network that can be applied to several inputs with the same weights. */
@Spi(Spi.Role.CORE)
public interface Layer {

  /** Adds the layer's operations to the graph, applied to {@code input}. */
  Operand<TFloat32> apply(Operand<TFloat32> input);

  /**
   * Returns the same layer with the moving averages of its weights (see {@link
   * Variable#averaged()}). No gradient reaches what it computes.
   */
  Layer averaged();

  /** Returns the layers one after the other. */
  static Layer sequence(List<Layer> layers) {
    List<Layer> copy = List.copyOf(layers);
    return new Layer() {
      @Override
      public Operand<TFloat32> apply(Operand<TFloat32> input) {
        Operand<TFloat32> x = input;
        for (Layer layer : copy) {
          x = layer.apply(x);
        }
        return x;
      }

      @Override
      public Layer averaged() {
        return sequence(copy.stream().map(Layer::averaged).toList());
      }
    };
  }
}
