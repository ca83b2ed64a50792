package io.equivar.api.learning;

import io.equivar.api.Spi;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Sharing;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A step of the pipeline and what it drew for a batch, for objectives that use it as a label. */
@Spi(Spi.Role.CORE)
public interface ViewStep {

  /** Returns the transformation's id, such as {@code standard:color-jitter}. */
  String transformation();

  /** Returns the place in the configuration, such as {@code pipeline[1].color-jitter}. */
  String location();

  /** Returns who was given the same row. */
  Sharing sharing();

  /**
   * Returns whether the step passes over some images: by its own probability, or because a group
   * that holds it does.
   */
  boolean isConditional();

  /** Returns the columns of the parameters, and whether they are a label. */
  ParameterSpec spec();

  /** Returns the parameters of the first view. */
  Parameters first();

  /** Returns the parameters of the second view. */
  Parameters second();

  /** Returns 1 where the step applied in the first view, else 0; {@code float32 [batch]}. */
  Operand<TFloat32> firstApplied();

  /** Returns 1 where the step applied in the second view, else 0; {@code float32 [batch]}. */
  Operand<TFloat32> secondApplied();
}
