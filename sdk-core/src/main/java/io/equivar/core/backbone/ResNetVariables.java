package io.equivar.core.backbone;

import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.ndarray.Shape;

/**
 * The variables of a network, told without training or running it.
 *
 * @param shapes by name, in the order of the network; names are torchvision's, such as {@code
 *     layer1.0.conv1.weight}, convolutions {@code [height, width, inputs, outputs]}
 */
public record ResNetVariables(Map<String, Shape> shapes) {

  /** Keeps a copy in the same order. */
  public ResNetVariables {
    shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
  }

  /** Returns the variables of a network. */
  public static ResNetVariables of(ResNetSpec spec) {
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      ResNet.make(graph.context(), spec);
      Map<String, Shape> shapes = new LinkedHashMap<>();
      for (GraphVariable variable : graph.variables()) {
        shapes.put(variable.name(), variable.shape());
      }
      return new ResNetVariables(shapes);
    }
  }
}
