package io.equivar.core.binding;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.config.Settings;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java values as they would stand in a YAML file. */
public final class JavaValues {

  private static final String RULE =
      "must be text, a number, a boolean, an enum constant, a path, or a list or map of these";

  private JavaValues() {}

  /**
   * Makes a node.
   *
   * @param value a {@code String}, {@code Boolean}, number, enum constant, {@code Path}, {@code
   *     null}, or a {@code List} or {@code Map} with text as keys of these
   * @param place of the value in the configuration, for messages
   * @throws ConfigurationException if it is something else
   */
  public static Node toNode(@Nullable Object value, String place) {
    if (value == null) {
      return new Node.Null();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Node> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(key(key, place), toNode(entry, place + "." + key)));
      return new Node.Mapping(entries);
    }
    if (value instanceof List<?> list) {
      return new Node.Sequence(list.stream().map(element -> toNode(element, place)).toList());
    }
    if (value instanceof Enum<?> constant) {
      return new Node.Scalar(Settings.key(constant.name()));
    }
    if (value instanceof Path path) {
      return new Node.Scalar(path.toString());
    }
    return new Node.Scalar(scalar(value, place));
  }

  private static Object scalar(Object value, String place) {
    if (value instanceof Short || value instanceof Byte) {
      return ((Number) value).intValue();
    }
    if (value instanceof Float number) {
      // The decimal that was written, not the binary fraction next to it.
      return Double.valueOf(number.toString());
    }
    if (value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof Double) {
      return value;
    }
    throw new ConfigurationException(
        new Problem(place, RULE, "a " + value.getClass().getName(), ""));
  }

  private static String key(@Nullable Object key, String place) {
    if (key instanceof String text) {
      return text;
    }
    throw new ConfigurationException(
        new Problem(place, "must have text as keys", String.valueOf(key), ""));
  }
}
