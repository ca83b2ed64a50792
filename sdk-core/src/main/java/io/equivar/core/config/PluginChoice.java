package io.equivar.core.config;

import io.equivar.api.factory.Factory;
import io.equivar.core.plugin.InstalledFactory;

/**
 * Something that a plugin offers, with its settings.
 *
 * @param <F> the kind: {@code StepFactory<?>}, {@code BaseModelFactory<?>}, {@code
 *     ObjectiveFactory<?>}
 * @param offered what was chosen
 * @param settings of the factory's configuration type
 */
public record PluginChoice<F extends Factory<?>>(InstalledFactory<F> offered, Record settings) {

  /**
   * Checks the type.
   *
   * @throws IllegalArgumentException if the settings are those of something else
   */
  public PluginChoice {
    if (!offered.factory().configType().isInstance(settings)) {
      throw new IllegalArgumentException(
          offered.id()
              + " is configured by "
              + offered.factory().configType().getName()
              + ", got "
              + settings.getClass().getName());
    }
  }

  /** Returns the full id, {@code namespace:name}. */
  public String id() {
    return offered.id();
  }

  /** Returns the place in the configuration, such as {@code pipeline[2].color-jitter}. */
  public String location(String outer) {
    return outer + "." + offered.name();
  }
}
