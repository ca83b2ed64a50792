package io.equivar.api.factory;

import io.equivar.api.Spi;

/**
 * Names one thing that a plugin offers and says how it is configured. The kinds of things have
 * factories of their own, with the method that creates them: {@code TransformationFactory}, {@code
 * BaseModelFactory}, {@code ObjectiveFactory}.
 *
 * <p>A factory MUST be immutable and MUST give the same answers at every call: the core asks it
 * from several threads, and before any configuration is read.
 *
 * @param <C> the configuration record
 */
@Spi(Spi.Role.PLUGIN)
public interface Factory<C extends Record> {

  /**
   * Returns the name within the plugin's namespace, in kebab case: letters {@code a-z}, digits and
   * single hyphens, starting with a letter. The full id is {@code namespace:name}; a configuration
   * may leave the namespace out where the name alone is unambiguous.
   */
  String name();

  /** Returns what it is, in a line or two, for the listing of installed plugins. */
  String description();

  /**
   * Returns the configuration record, whose components carry {@link io.equivar.api.config.Setting}.
   * A record without components is fine.
   */
  Class<C> configType();
}
