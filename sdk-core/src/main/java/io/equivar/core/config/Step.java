package io.equivar.core.config;

import io.equivar.api.config.Settings;
import io.equivar.api.transformation.Sharing;
import io.equivar.core.binding.JavaValues;
import io.equivar.core.binding.Named;
import io.equivar.core.binding.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A step of a pipeline, as it is written in Java: {@code Step.of("color-jitter", Map.of("hue",
 * 0.1)).sharedByPair().withProbability(0.8)}. Immutable: every method returns a step of its own.
 * What it says is checked when the configuration is built.
 *
 * <p>Unless it says otherwise a step is drawn for every image and always applied; inside a group it
 * shares what the group shares.
 */
public final class Step {

  private final Node.Mapping node;

  private Step(Node.Mapping node) {
    this.node = node;
  }

  /**
   * Returns a transformation with its default settings.
   *
   * @param name such as {@code grayscale}, or the full {@code standard:grayscale}
   */
  public static Step of(String name) {
    return of(name, Map.of());
  }

  /**
   * Returns a transformation.
   *
   * @param name such as {@code color-jitter}
   * @param settings as in YAML: keys such as {@code max-angle-degrees}; values are text, numbers,
   *     booleans, enum constants, paths, lists and maps
   * @throws io.equivar.api.config.ConfigurationException if a value is of another kind
   */
  public static Step of(String name, Map<String, ?> settings) {
    return new Step((Node.Mapping) new Named(name, JavaValues.toNode(settings, name)).toNode());
  }

  /** Returns a group of which one step is applied, drawn in proportion to their weights. */
  public static Step choice(Step... steps) {
    return group(ChoiceStep.KEY, steps);
  }

  /** Returns a group whose steps are applied one after the other, or passed over as a whole. */
  public static Step sequence(Step... steps) {
    return group(SequenceStep.KEY, steps);
  }

  private static Step group(String key, Step... steps) {
    List<Node> members = Stream.of(steps).map(Step::node).toList();
    return new Step(Node.Mapping.of(key, new Node.Sequence(members)));
  }

  /** Returns this step with one draw for both images of a pair. */
  public Step sharedByPair() {
    return with("share", Settings.key(Sharing.PAIR.name()));
  }

  /** Returns this step drawn for every image, also in a group that a pair shares. */
  public Step drawnPerImage() {
    return with("share", Settings.key(Sharing.IMAGE.name()));
  }

  /**
   * Returns this step applied now and then only.
   *
   * @param probability in [0, 1]
   */
  public Step withProbability(double probability) {
    return with("probability", probability);
  }

  /**
   * Returns this step as one of a {@link #choice}.
   *
   * @param weight how often it is chosen, in proportion to the other weights; positive
   */
  public Step withWeight(double weight) {
    return with("weight", weight);
  }

  private Step with(String key, Object value) {
    return new Step(
        new Node.Mapping(new LinkedHashMap<>(node.entries())).with(key, new Node.Scalar(value)));
  }

  /** Returns the step as it would stand in YAML. */
  Node node() {
    return node;
  }
}
