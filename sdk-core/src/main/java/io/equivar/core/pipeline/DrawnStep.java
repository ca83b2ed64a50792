package io.equivar.core.pipeline;

import io.equivar.api.learning.ViewStep;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import io.equivar.api.transformation.Sharing;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A step and what it drew for both views.
 *
 * @param step the step
 * @param first the rows of the first view
 * @param second the rows of the second view
 * @param firstApplied the coins of the first view, {@code [batch]}
 * @param secondApplied the coins of the second view, {@code [batch]}
 */
record DrawnStep(
    PlacedStep step,
    Parameters first,
    Parameters second,
    Operand<TFloat32> firstApplied,
    Operand<TFloat32> secondApplied)
    implements ViewStep {

  @Override
  public String transformation() {
    return step.step().id();
  }

  @Override
  public String location() {
    return step.step().location();
  }

  @Override
  public Sharing sharing() {
    return step.step().sharing();
  }

  @Override
  public boolean isConditional() {
    return step.step().isConditional();
  }

  @Override
  public ParameterSpec spec() {
    return step.spec();
  }
}
