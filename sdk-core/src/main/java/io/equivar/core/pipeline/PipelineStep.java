package io.equivar.core.pipeline;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.transformation.Sharing;
import io.equivar.api.transformation.Transformation;

/**
 * A step of a pipeline: a transformation, who is given the same parameters, and how often it
 * applies.
 *
 * @param transformation what is done
 * @param id the transformation's id, such as {@code standard:color-jitter}
 * @param location the place in the configuration, such as {@code pipeline[1].color-jitter}
 * @param sharing who is given the same parameters and the same coin
 * @param probability how often the step applies, in [0, 1]
 */
public record PipelineStep(
    Transformation transformation,
    String id,
    String location,
    Sharing sharing,
    double probability) {

  /**
   * Checks the probability.
   *
   * @throws ConfigurationException if it is not in [0, 1]
   */
  public PipelineStep {
    if (!(probability >= 0 && probability <= 1)) {
      throw new ConfigurationException(
          Problem.of(location + ".probability", "must be in [0, 1]", probability));
    }
  }

  /** Returns whether the step does the same to every image. */
  public boolean isDeterministic() {
    return probability == 1 && transformation.parameters().isEmpty();
  }
}
