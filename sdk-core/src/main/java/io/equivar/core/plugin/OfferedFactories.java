package io.equivar.core.plugin;

import io.equivar.api.learning.BaseModelFactory;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.transformation.StepFactory;
import java.util.List;
import java.util.Map;

/**
 * What one plugin offers.
 *
 * @param plugin the plugin
 * @param transformations in the plugin's order
 * @param baseModels in the plugin's order
 * @param objectives in the plugin's order
 */
record OfferedFactories(
    InstalledPlugin plugin,
    List<InstalledFactory<StepFactory<?>>> transformations,
    List<InstalledFactory<BaseModelFactory<?>>> baseModels,
    List<InstalledFactory<ObjectiveFactory<?>>> objectives) {

  /** Returns all of them by kind. */
  Map<FactoryKind, List<? extends InstalledFactory<?>>> byKind() {
    return Map.of(
        FactoryKind.TRANSFORMATION, transformations,
        FactoryKind.BASE_MODEL, baseModels,
        FactoryKind.OBJECTIVE, objectives);
  }
}
