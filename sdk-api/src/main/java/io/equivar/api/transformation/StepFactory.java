package io.equivar.api.transformation;

import io.equivar.api.Spi;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.factory.Factory;

/**
 * Creates what a step of a pipeline does: the common type of {@link TransformationFactory} and
 * {@link PixelTransformationFactory}. A pipeline names both kinds alike, so no two of one namespace
 * share a name.
 *
 * @param <C> the configuration record
 */
@Spi(Spi.Role.PLUGIN)
public sealed interface StepFactory<C extends Record> extends Factory<C>
    permits TransformationFactory, PixelTransformationFactory {

  /**
   * Creates what the step does. Called once per step of a pipeline that names this factory.
   *
   * @throws io.equivar.api.config.ConfigurationException if the configuration does not suit the
   *     context, such as a crop larger than the images
   */
  SampledTransformation create(C config, CreationContext context);
}
