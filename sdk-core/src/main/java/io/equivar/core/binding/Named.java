package io.equivar.core.binding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A choice by name: {@code {sgd: {momentum: 0.9}}}, or {@code sgd} alone for its defaults.
 *
 * @param name the key
 * @param settings what stands behind it
 */
public record Named(String name, Node settings) {

  /**
   * Reads a choice.
   *
   * @param node a mapping with one key, or text
   * @param what is chosen, as in {@code must name one base method}
   * @param problems where to say what is wrong
   * @return the choice, or null if a problem was added
   */
  public static @Nullable Named of(Node node, String what, Problems problems) {
    if (node instanceof Node.Scalar scalar && scalar.value() instanceof String name) {
      return new Named(name, Node.Mapping.EMPTY);
    }
    if (!(node instanceof Node.Mapping mapping)) {
      problems.add("must name one " + what, node.show());
      return null;
    }
    if (mapping.entries().size() != 1) {
      problems.add(
          "must name one " + what,
          mapping.entries().isEmpty() ? "none" : String.join(" and ", mapping.entries().keySet()));
      return null;
    }
    Map.Entry<String, Node> entry = mapping.entries().entrySet().iterator().next();
    return new Named(entry.getKey(), entry.getValue());
  }

  /** Returns the node that {@link #of} reads as this choice. */
  public Node toNode() {
    return Node.Mapping.of(name, settings);
  }
}
