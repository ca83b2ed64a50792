package io.equivar.core.pipeline;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.transformation.PixelTransformation;
import io.equivar.api.transformation.SampledTransformation;
import io.equivar.api.transformation.Sharing;
import java.util.List;

/**
 * A step of a pipeline: a transformation, who is given the same parameters, and how often it
 * applies.
 *
 * @param transformation what is done
 * @param id the transformation's id, such as {@code standard:color-jitter}
 * @param location the place in the configuration, such as {@code pipeline[1].color-jitter}
 * @param sharing who is given the same parameters and the same coin
 * @param probability how often the step applies where its gates are open, in [0, 1]
 * @param gates the groups that the step is in, from the outermost
 */
public record PipelineStep(
    SampledTransformation transformation,
    String id,
    String location,
    Sharing sharing,
    double probability,
    List<Gate> gates) {

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
    gates = List.copyOf(gates);
  }

  /** Makes a step that is in no group. */
  public PipelineStep(
      SampledTransformation transformation,
      String id,
      String location,
      Sharing sharing,
      double probability) {
    this(transformation, id, location, sharing, probability, List.of());
  }

  /** Returns whether the step passes over some images. */
  public boolean isConditional() {
    return probability < 1 || !gates.stream().allMatch(Gate::alwaysOpen);
  }

  /** Returns whether the step does the same to every image. */
  public boolean isDeterministic() {
    return !isConditional() && transformation.parameters().isEmpty();
  }

  /** Returns whether the step is Java on pixels, so that it runs on the host. */
  public boolean onPixels() {
    return transformation instanceof PixelTransformation;
  }
}
