package io.equivar.api.learning;

import io.equivar.api.Spi;
import io.equivar.api.graph.Layer;

/**
 * The backbone that is trained: {@code float32 [batch, height, width, 3]} to representations {@code
 * float32 [batch, width()]}, after global average pooling.
 */
@Spi(Spi.Role.CORE)
public interface Encoder extends Layer {

  /** Returns the width of a representation: 512 for ResNet-18, 2048 for ResNet-50. */
  int width();

  /** Returns the encoder with the moving averages of its weights. */
  @Override
  Encoder averaged();
}
