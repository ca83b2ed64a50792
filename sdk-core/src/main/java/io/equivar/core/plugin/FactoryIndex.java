package io.equivar.core.plugin;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.factory.Factory;
import io.equivar.core.binding.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The installed factories of one kind, in the order of their ids. Immutable.
 *
 * @param <F> the kind
 */
public final class FactoryIndex<F extends Factory<?>> {

  private final FactoryKind kind;
  private final Map<String, InstalledFactory<F>> byId;

  private FactoryIndex(FactoryKind kind, Map<String, InstalledFactory<F>> byId) {
    this.kind = kind;
    this.byId = byId;
  }

  /**
   * Makes an index.
   *
   * @throws IllegalArgumentException if two factories have one id
   */
  public static <F extends Factory<?>> FactoryIndex<F> of(
      FactoryKind kind, List<InstalledFactory<F>> factories) {
    Map<String, InstalledFactory<F>> byId = new TreeMap<>();
    for (InstalledFactory<F> factory : factories) {
      if (byId.putIfAbsent(factory.id(), factory) != null) {
        throw new IllegalArgumentException(kind.label() + " " + factory.id() + " is there twice");
      }
    }
    return new FactoryIndex<>(kind, byId);
  }

  /** Returns the kind. */
  public FactoryKind kind() {
    return kind;
  }

  /** Returns all factories, in the order of their ids. */
  public List<InstalledFactory<F>> all() {
    return List.copyOf(byId.values());
  }

  /** Returns the factory with a full id, {@code namespace:name}. */
  public Optional<InstalledFactory<F>> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Returns the factory that a user means.
   *
   * @param name a full id, or a name alone where only one namespace has it
   * @throws ConfigurationException if there is none, or several; its problem has no key
   */
  public InstalledFactory<F> get(String name) {
    if (name.contains(":")) {
      return find(name).orElseThrow(() -> unknown(name, byId.keySet().stream()));
    }
    List<InstalledFactory<F>> named =
        byId.values().stream().filter(factory -> factory.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw unknown(name, byId.values().stream().map(InstalledFactory::name).distinct());
    }
    if (named.size() > 1) {
      throw new ConfigurationException(
          new Problem(
              "",
              "must name one " + kind.label(),
              name,
              "Write "
                  + named.stream().map(InstalledFactory::id).collect(Collectors.joining(" or "))));
    }
    return named.get(0);
  }

  private ConfigurationException unknown(String name, Stream<String> known) {
    List<String> names = known.toList();
    return new ConfigurationException(
        new Problem(
            "",
            "must name an installed " + kind.label(),
            name,
            names.isEmpty()
                ? "None is installed; see equivar plugins"
                : Suggestions.nextStep(name, names)));
  }

  /** Returns the factories by their ids. */
  public Map<String, F> factories() {
    return byId.values().stream()
        .collect(Collectors.toUnmodifiableMap(InstalledFactory::id, InstalledFactory::factory));
  }
}
