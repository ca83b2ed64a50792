package io.equivar.api.transformation;

import io.equivar.api.Spi;

/** The parameters of one application of a transformation, as they were drawn. */
@Spi(Spi.Role.CORE)
public interface DrawnRow {

  /**
   * Returns a parameter; 0 before it is set.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  double get(String column);
}
