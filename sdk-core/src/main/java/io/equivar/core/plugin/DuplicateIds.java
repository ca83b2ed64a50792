package io.equivar.core.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds what two plugins offer under one id. */
final class DuplicateIds {

  private DuplicateIds() {}

  /** Refuses every plugin that offers what another one offers too; returns the others. */
  static List<OfferedFactories> refuse(List<OfferedFactories> all, Refusals refusals) {
    Set<InstalledPlugin> refused = new HashSet<>();
    for (FactoryKind kind : FactoryKind.values()) {
      Map<String, List<InstalledPlugin>> byId = new TreeMap<>();
      for (OfferedFactories offered : all) {
        for (InstalledFactory<?> factory : offered.byKind().getOrDefault(kind, List.of())) {
          byId.computeIfAbsent(factory.id(), id -> new ArrayList<>()).add(factory.plugin());
        }
      }
      byId.forEach(
          (id, plugins) -> {
            if (plugins.size() > 1) {
              refusals.add(
                  kind.label() + " " + id,
                  "must be offered by one plugin",
                  plugins.stream()
                      .map(InstalledPlugin::describe)
                      .collect(Collectors.joining(" and ")),
                  "Remove one of them");
              refused.addAll(plugins);
            }
          });
    }
    return all.stream().filter(offered -> !refused.contains(offered.plugin())).toList();
  }
}
