package io.equivar.core.exchange;

import io.equivar.core.backbone.ResNetSpec;
import java.util.Map;

/**
 * The weights and running statistics of a backbone.
 *
 * @param spec the network
 * @param values by torchvision's name, such as {@code layer1.0.conv1.weight}, in the layout of the
 *     network's variables, row-major
 */
public record BackboneWeights(ResNetSpec spec, Map<String, float[]> values) {

  /** Keeps a copy of the map. */
  public BackboneWeights {
    values = Map.copyOf(values);
  }
}
