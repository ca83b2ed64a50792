package io.equivar.api.transformation;

import io.equivar.api.Spi;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The sampled parameters of a batch, in the graph. */
@Spi(Spi.Role.CORE)
public interface Parameters {

  /**
   * Returns one parameter of every image.
   *
   * @return {@code float32 [batch]}
   * @throws IllegalArgumentException if there is no such column
   */
  Operand<TFloat32> column(String name);

  /**
   * Returns all parameters.
   *
   * @return {@code float32 [batch, columns]}, in the order of the {@link ParameterSpec}
   */
  Operand<TFloat32> table();
}
