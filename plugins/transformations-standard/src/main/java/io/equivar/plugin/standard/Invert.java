package io.equivar.plugin.standard;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.transformation.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Makes the negative of every image: {@code 1 - x}, as torchvision's {@code invert}. */
final class Invert extends Deterministic {

  @Override
  public Operand<TFloat32> apply(GraphContext g, Operand<TFloat32> images, Parameters parameters) {
    return g.tf().math.sub(g.tf().constant(1f), images);
  }
}
