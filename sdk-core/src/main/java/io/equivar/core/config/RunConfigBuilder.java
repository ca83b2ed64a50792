package io.equivar.core.config;

import io.equivar.api.config.ConfigurationException;
import io.equivar.core.binding.JavaValues;
import io.equivar.core.binding.Named;
import io.equivar.core.binding.Node;
import io.equivar.core.binding.SettingOverride;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * Builds the configuration of a run in Java: names and settings are those of YAML, and so are the
 * rules and the messages. Immutable: every method returns a builder of its own, so that one can be
 * kept and varied.
 *
 * <p>Settings are given as maps with keys such as {@code weight-decay}; values are text, numbers,
 * booleans, enum constants, paths, lists and maps. What is not said has its default.
 */
public final class RunConfigBuilder {

  private static final String PIPELINE = "pipeline";

  private final Function<? super Node, RunConfig> binding;
  private final Node.Mapping root;

  RunConfigBuilder(Function<? super Node, RunConfig> binding) {
    this(binding, Node.Mapping.EMPTY);
  }

  private RunConfigBuilder(Function<? super Node, RunConfig> binding, Node.Mapping root) {
    this.binding = binding;
    this.root = root;
  }

  /** Returns a builder that starts with what stands in a configuration. */
  RunConfigBuilder over(Node.Mapping configuration) {
    return new RunConfigBuilder(binding, configuration);
  }

  /** Returns a builder with a seed of the weights, the order of images and all draws. */
  public RunConfigBuilder seed(long seed) {
    return with("seed", new Node.Scalar(seed));
  }

  /**
   * Returns a builder with data.
   *
   * @param kind such as {@code folder}
   * @param settings such as {@code path} and {@code image-size}
   * @throws ConfigurationException if a value is of a kind that YAML does not have
   */
  public RunConfigBuilder data(String kind, Map<String, ?> settings) {
    return choice("data", kind, settings);
  }

  /** Returns a builder with these steps as its pipeline, in place of the one it had. */
  public RunConfigBuilder pipeline(Step... steps) {
    return with(PIPELINE, new Node.Sequence(Arrays.stream(steps).map(Step::node).toList()));
  }

  /** Returns a builder with a network to train, with its default settings. */
  public RunConfigBuilder backbone(String name) {
    return backbone(name, Map.of());
  }

  /**
   * Returns a builder with a network to train.
   *
   * @param name such as {@code resnet-18}
   * @throws ConfigurationException if a value is of a kind that YAML does not have
   */
  public RunConfigBuilder backbone(String name, Map<String, ?> settings) {
    return choice("backbone", name, settings);
  }

  /** Returns a builder with a base method, with its default settings. */
  public RunConfigBuilder base(String name) {
    return base(name, Map.of());
  }

  /**
   * Returns a builder with a base method.
   *
   * @param name such as {@code simclr}, or the full {@code equivar:simclr}
   * @throws ConfigurationException if a value is of a kind that YAML does not have
   */
  public RunConfigBuilder base(String name, Map<String, ?> settings) {
    return choice("base", name, settings);
  }

  /** Returns a builder with an objective, with its default settings. */
  public RunConfigBuilder objective(String name) {
    return objective(name, Map.of());
  }

  /**
   * Returns a builder with an objective.
   *
   * @param name such as {@code stl}, or the full {@code equivar:stl}
   * @throws ConfigurationException if a value is of a kind that YAML does not have
   */
  public RunConfigBuilder objective(String name, Map<String, ?> settings) {
    return choice("objective", name, settings);
  }

  /**
   * Returns a builder with a single setting.
   *
   * @param key such as {@code training.epochs} or {@code pipeline[1].color-jitter.hue}
   * @param value as in the maps of settings
   * @throws ConfigurationException if there is no place for it, or the value is of a kind that YAML
   *     does not have
   */
  public RunConfigBuilder set(String key, Object value) {
    Node changed = SettingOverride.of(key, JavaValues.toNode(value, key)).apply(root);
    return new RunConfigBuilder(binding, (Node.Mapping) changed);
  }

  /**
   * Returns the configuration, checked.
   *
   * @throws ConfigurationException with all problems
   */
  public RunConfig build() {
    return binding.apply(root);
  }

  private RunConfigBuilder choice(String key, String name, Map<String, ?> settings) {
    return with(key, new Named(name, JavaValues.toNode(settings, key + "." + name)).toNode());
  }

  private RunConfigBuilder with(String key, Node value) {
    return new RunConfigBuilder(binding, root.with(key, value));
  }
}
