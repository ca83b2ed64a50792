package io.equivar.core.config;

import io.equivar.api.transformation.Sharing;

/** One step of the pipeline: a transformation, or a group of steps. */
public sealed interface StepConfig permits TransformationStep, SequenceStep, ChoiceStep {

  /** Returns who is given the same parameters, coin, or choice. */
  Sharing share();

  /** Returns how probable it is that the step is applied, in [0, 1]. */
  double probability();
}
