package io.equivar.core.report;

import io.equivar.core.binding.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Configurations side by side. */
public final class SettingTable {

  private SettingTable() {}

  /**
   * Returns every setting of a configuration by its path, such as {@code
   * pipeline[1].color-jitter.hue}, in their order. Lists of single values are one setting.
   */
  public static Map<String, String> flatten(Node configuration) {
    Map<String, String> settings = new LinkedHashMap<>();
    flatten("", configuration, settings);
    return settings;
  }

  private static void flatten(String path, Node node, Map<String, String> settings) {
    if (node instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
      mapping
          .entries()
          .forEach(
              (key, value) -> flatten(path.isEmpty() ? key : path + "." + key, value, settings));
    } else if (node instanceof Node.Sequence sequence
        && !sequence.elements().stream().allMatch(Node.Scalar.class::isInstance)) {
      for (int i = 0; i < sequence.elements().size(); i++) {
        flatten(path + "[" + i + "]", sequence.elements().get(i), settings);
      }
    } else {
      settings.put(path, text(node));
    }
  }

  private static String text(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return "[" + String.join(", ", sequence.elements().stream().map(Node::show).toList()) + "]";
    }
    return node instanceof Node.Mapping ? "{}" : node.show();
  }

  /**
   * Returns those settings that are not the same everywhere, with a value for each configuration;
   * empty where it lacks the setting.
   */
  public static Map<String, List<String>> differences(List<Map<String, String>> configurations) {
    Set<String> paths = new LinkedHashSet<>();
    configurations.forEach(settings -> paths.addAll(settings.keySet()));
    Map<String, List<String>> differences = new LinkedHashMap<>();
    for (String path : paths) {
      List<String> values = new ArrayList<>();
      configurations.forEach(settings -> values.add(settings.getOrDefault(path, "")));
      if (values.stream().distinct().count() > 1) {
        differences.put(path, values);
      }
    }
    return differences;
  }
}
