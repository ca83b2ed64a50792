package io.equivar.api.transformation;

import io.equivar.api.Spi;
import io.equivar.api.factory.CreationContext;
import java.util.function.BiFunction;

/**
 * Creates transformations of one kind, which run on the host.
 *
 * @param <C> the configuration record
 */
@Spi(Spi.Role.PLUGIN)
public non-sealed interface PixelTransformationFactory<C extends Record> extends StepFactory<C> {

  @Override
  PixelTransformation create(C config, CreationContext context);

  /**
   * Makes a factory of its parts.
   *
   * @param name within the plugin's namespace, in kebab case
   * @param description a line for the listing of plugins
   * @param configType the configuration record
   * @param create makes the transformation
   */
  static <C extends Record> PixelTransformationFactory<C> of(
      String name,
      String description,
      Class<C> configType,
      BiFunction<? super C, ? super CreationContext, ? extends PixelTransformation> create) {
    return new PixelTransformationFactory<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String description() {
        return description;
      }

      @Override
      public Class<C> configType() {
        return configType;
      }

      @Override
      public PixelTransformation create(C config, CreationContext context) {
        return create.apply(config, context);
      }
    };
  }
}
