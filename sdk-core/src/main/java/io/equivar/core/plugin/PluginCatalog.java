package io.equivar.core.plugin;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.transformation.StepFactory;
import java.util.List;

/**
 * What the installed plugins offer. Immutable.
 *
 * @param plugins all of them, in the order of their locations
 * @param transformations by id
 * @param baseModels by id
 * @param objectives by id
 */
public record PluginCatalog(
    List<InstalledPlugin> plugins,
    FactoryIndex<StepFactory<?>> transformations,
    FactoryIndex<BaseModelFactory<?>> baseModels,
    FactoryIndex<ObjectiveFactory<?>> objectives) {

  /** Keeps a copy of the list. */
  public PluginCatalog {
    plugins = List.copyOf(plugins);
  }

  /**
   * Makes a catalog of factories of all kinds.
   *
   * @throws IllegalArgumentException if two factories of one kind have one id
   */
  public static PluginCatalog of(
      List<InstalledPlugin> plugins,
      List<InstalledFactory<StepFactory<?>>> transformations,
      List<InstalledFactory<BaseModelFactory<?>>> baseModels,
      List<InstalledFactory<ObjectiveFactory<?>>> objectives) {
    return new PluginCatalog(
        plugins,
        FactoryIndex.of(FactoryKind.TRANSFORMATION, transformations),
        FactoryIndex.of(FactoryKind.BASE_MODEL, baseModels),
        FactoryIndex.of(FactoryKind.OBJECTIVE, objectives));
  }
}
