package io.equivar.core.plugin;

import io.equivar.api.factory.Factory;

/**
 * One thing that an installed plugin offers.
 *
 * @param <F> the kind: {@code StepFactory<?>}, {@code BaseModelFactory<?>}, {@code
 *     ObjectiveFactory<?>}
 * @param name within the plugin's namespace
 * @param description a line or two for the user
 * @param factory creates it
 * @param plugin where it comes from
 */
public record InstalledFactory<F extends Factory<?>>(
    String name, String description, F factory, InstalledPlugin plugin) {

  /** Returns {@code namespace:name}. */
  public String id() {
    return plugin.namespace() + ":" + name;
  }
}
