package io.equivar.core.graph;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;

/** Layers that backbones need beyond those of {@link GraphContext}. */
public final class CoreLayers {

  private CoreLayers() {}

  /** Makes {@code y = max(x, 0)}. */
  public static Layer relu(GraphContext g) {
    return new ReluLayer(g.tf());
  }

  /** Makes the max pooling of ResNet's stem: 3 x 3 pixels, stride 2, for non-negative inputs. */
  public static Layer maxPool(GraphContext g) {
    return new MaxPoolLayer(g.tf());
  }

  /**
   * Makes a batch normalisation whose scale starts at {@code initialScale}: 0 in the last one of a
   * residual block lets the block start as the identity (Goyal et al. 2017, section 5.1).
   */
  public static Layer batchNormalization(
      GraphContext g, String name, int channels, float initialScale) {
    return ((CoreGraphContext) g).batchNormalization(name, channels, initialScale);
  }
}
