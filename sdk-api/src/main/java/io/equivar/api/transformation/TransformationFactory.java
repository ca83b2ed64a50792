package io.equivar.api.transformation;

import io.equivar.api.Spi;
import io.equivar.api.factory.CreationContext;
import java.util.function.BiFunction;

/**
 * Creates transformations of one kind, which run on the device.
 *
 * @param <C> the configuration record
 */
@Spi(Spi.Role.PLUGIN)
public non-sealed interface TransformationFactory<C extends Record> extends StepFactory<C> {

  @Override
  Transformation create(C config, CreationContext context);

  /**
   * Makes a factory of its parts.
   *
   * @param name within the plugin's namespace, in kebab case
   * @param description a line for the listing of plugins
   * @param configType the configuration record
   * @param create makes the transformation
   */
  static <C extends Record> TransformationFactory<C> of(
      String name,
      String description,
      Class<C> configType,
      BiFunction<? super C, ? super CreationContext, ? extends Transformation> create) {
    return new TransformationFactory<>() {
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
      public Transformation create(C config, CreationContext context) {
        return create.apply(config, context);
      }
    };
  }
}
