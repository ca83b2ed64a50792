package io.equivar.api.transformation;

import io.equivar.api.Spi;

/**
 * Who is given the same parameters by a step of the pipeline. It is the step that decides, not the
 * transformation.
 */
@Spi(Spi.Role.VALUE)
public enum Sharing {
  /** Both images of a pair: what STL learns from (section 3 of the paper). */
  PAIR,
  /** Nobody: every image draws its own. */
  IMAGE
}
