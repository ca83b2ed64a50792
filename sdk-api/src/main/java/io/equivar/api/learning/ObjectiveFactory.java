package io.equivar.api.learning;

import io.equivar.api.Spi;
import io.equivar.api.factory.CreationContext;
import io.equivar.api.factory.Factory;
import java.util.function.BiFunction;

/**
 * Creates objectives of one kind.
 *
 * @param <C> the configuration record
 */
@Spi(Spi.Role.PLUGIN)
public interface ObjectiveFactory<C extends Record> extends Factory<C> {

  /**
   * Creates the objective. Called once per training graph.
   *
   * @throws io.equivar.api.config.ConfigurationException if the configuration does not suit the
   *     context
   */
  Objective create(C config, CreationContext context);

  /**
   * Makes a factory of its parts.
   *
   * @param name within the plugin's namespace, in kebab case
   * @param description a line for the listing of plugins
   * @param configType the configuration record
   * @param create makes the objective
   */
  static <C extends Record> ObjectiveFactory<C> of(
      String name,
      String description,
      Class<C> configType,
      BiFunction<? super C, ? super CreationContext, ? extends Objective> create) {
    return new ObjectiveFactory<>() {
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
      public Objective create(C config, CreationContext context) {
        return create.apply(config, context);
      }
    };
  }
}
