package io.equivar.api.transformation;

import io.equivar.api.Spi;

/** The parameters of one application of a transformation, being drawn on the host. */
@Spi(Spi.Role.CORE)
public interface Row extends DrawnRow {

  /**
   * Sets a parameter.
   *
   * @throws IllegalArgumentException if there is no such column, or its range does not hold the
   *     value; the message names both
   */
  void set(String column, double value);
}
