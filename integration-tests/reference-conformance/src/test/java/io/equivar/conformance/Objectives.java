package io.equivar.conformance;

import io.equivar.api.factory.CreationContext;
import io.equivar.api.graph.ImageShape;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.ObjectiveFactory;
import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.core.binding.JavaValues;
import io.equivar.core.binding.RecordBinder;
import io.equivar.plugin.augself.AugSelfPlugin;
import io.equivar.plugin.equimod.EquiModPlugin;
import io.equivar.plugin.essl.EsslPlugin;
import io.equivar.plugin.sen.SenPlugin;
import io.equivar.plugin.sie.SiePlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objectives that learn from labels, made of their settings. */
final class Objectives {

  private static final List<EquivarPlugin> PLUGINS =
      List.of(
          new AugSelfPlugin(),
          new EsslPlugin(),
          new EquiModPlugin(),
          new SiePlugin(),
          new SenPlugin());

  private Objectives() {}

  /** The place of an objective in a run's configuration. */
  private record Place(String location, ImageShape imageShape) implements CreationContext {}

  /**
   * Makes an objective.
   *
   * @param settings as in a configuration file
   * @return empty if there is none of that name
   */
  static Optional<Objective> find(String name, Map<?, ?> settings, ImageShape views) {
    return PLUGINS.stream()
        .flatMap(plugin -> plugin.objectives().stream())
        .filter(factory -> factory.name().equals(name))
        .findFirst()
        .map(factory -> create(factory, settings, views));
  }

  private static <C extends Record> Objective create(
      ObjectiveFactory<C> factory, Map<?, ?> settings, ImageShape views) {
    C config =
        new RecordBinder().bind(factory.configType(), JavaValues.toNode(settings, "settings"));
    return factory.create(config, new Place("objective." + factory.name(), views));
  }
}
