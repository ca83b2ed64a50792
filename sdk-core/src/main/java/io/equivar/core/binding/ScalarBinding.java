package io.equivar.core.binding;

import io.equivar.api.config.Settings;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Single values: the types that a setting may have besides records and lists. */
final class ScalarBinding {

  private ScalarBinding() {}

  /** Returns whether values of {@code type}, primitive or boxed, are read here. */
  static boolean supports(Class<?> type) {
    return type.isEnum()
        || type == String.class
        || type == Path.class
        || type == boolean.class
        || type == Boolean.class
        || isWhole(type)
        || isDouble(type);
  }

  /** Reads a value of a {@linkplain #supports supported} type; null if a problem was added. */
  static @Nullable Object read(Class<?> type, Node node, Problems problems) {
    @Nullable Object value =
        node instanceof Node.Scalar scalar ? convert(type, scalar.value()) : null;
    if (value == null) {
      problems.add(rule(type, node), node.show(), nextStep(type, node));
    }
    return value;
  }

  static Node write(Object value) {
    if (value instanceof Enum<?> constant) {
      return new Node.Scalar(Settings.key(constant.name()));
    }
    return new Node.Scalar(value instanceof Path ? value.toString() : value);
  }

  /** Returns the type as the listing of settings calls it. */
  static String label(Class<?> type) {
    if (type.isEnum()) {
      return String.join(" | ", constants(type).keySet());
    }
    if (type == String.class) {
      return "text";
    }
    if (type == Path.class) {
      return "path";
    }
    return isWhole(type) ? "whole number" : isDouble(type) ? "number" : "true | false";
  }

  private static @Nullable Object convert(Class<?> type, Object value) {
    if (isWhole(type)) {
      return whole(type, value);
    }
    if (isDouble(type)) {
      return value instanceof Number number ? (Double) number.doubleValue() : null;
    }
    if (type == boolean.class || type == Boolean.class) {
      return value instanceof Boolean ? value : null;
    }
    if (!(value instanceof String text)) {
      return null;
    }
    if (type.isEnum()) {
      return constants(type).get(text);
    }
    return type == Path.class ? path(text) : text;
  }

  private static @Nullable Object whole(Class<?> type, Object value) {
    boolean isLong = type == long.class || type == Long.class;
    if (value instanceof Integer number) {
      return isLong ? (Object) number.longValue() : number;
    }
    return isLong && value instanceof Long ? value : null;
  }

  private static @Nullable Path path(String text) {
    try {
      return text.isBlank() ? null : Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static String rule(Class<?> type, Node node) {
    boolean tooLarge =
        node instanceof Node.Scalar scalar
            && (scalar.value() instanceof Long || scalar.value() instanceof BigInteger);
    if (isWhole(type)) {
      return !tooLarge
          ? "must be a whole number"
          : type == int.class || type == Integer.class
              ? "must be a whole number of at most 31 bits"
              : "must be a whole number of at most 63 bits";
    }
    if (isDouble(type)) {
      return "must be a number";
    }
    if (type.isEnum()) {
      return "must be one of " + String.join(", ", constants(type).keySet());
    }
    if (type == String.class) {
      return "must be text";
    }
    return type == Path.class ? "must be a path" : "must be true or false";
  }

  private static String nextStep(Class<?> type, Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      return "";
    }
    if (type == String.class || type == Path.class) {
      return scalar.value() instanceof String ? "" : "Put it in quotes";
    }
    return type.isEnum()
        ? Suggestions.nearest(scalar.value().toString(), constants(type).keySet())
            .map(nearest -> "Did you mean " + nearest + "?")
            .orElse("")
        : "";
  }

  private static Map<String, Object> constants(Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants())
        .map(Enum.class::cast)
        .forEach(constant -> constants.put(Settings.key(constant.name()), constant));
    return constants;
  }

  private static boolean isWhole(Class<?> type) {
    return type == int.class || type == Integer.class || type == long.class || type == Long.class;
  }

  private static boolean isDouble(Class<?> type) {
    return type == double.class || type == Double.class;
  }
}
