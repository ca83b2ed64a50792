package io.equivar.api.factory;

import io.equivar.api.Spi;
import io.equivar.api.graph.ImageShape;

/** What the core tells a factory about the place for which it creates something. */
@Spi(Spi.Role.CORE)
public interface CreationContext {

  /**
   * Returns the place in the configuration, such as {@code pipeline[2].color-jitter}. Keys of the
   * problems that a factory reports are relative to it: {@code hue}, not the whole path.
   */
  String location();

  /**
   * Returns the size of the images: for a transformation, of those that reach it; for a base method
   * or an objective, of the views that the encoder takes.
   */
  ImageShape imageShape();
}
