package io.equivar.core.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as it stands in a YAML file, before anything is known of what it means. Immutable. */
public sealed interface Node {

  /** Returns the value as messages show it; what is large is named instead. */
  String show();

  /**
   * Keys with values.
   *
   * @param entries in the order of the file
   */
  record Mapping(Map<String, Node> entries) implements Node {

    /** A mapping without keys: {@code {}}. */
    public static final Mapping EMPTY = new Mapping(Map.of());

    /** Keeps a copy. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Returns this mapping with a key added, or with another value for the key. */
    public Mapping with(String key, Node value) {
      LinkedHashMap<String, Node> changed = new LinkedHashMap<>(entries);
      changed.put(key, value);
      return new Mapping(changed);
    }

    /** Makes a mapping with a single key. */
    public static Mapping of(String key, Node value) {
      return new Mapping(Map.of(key, value));
    }

    @Override
    public String show() {
      return "a mapping";
    }
  }

  /** A list. */
  record Sequence(List<Node> elements) implements Node {

    /** Keeps a copy. */
    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public String show() {
      return "a list";
    }
  }

  /**
   * A single value.
   *
   * @param value a {@code Boolean}, {@code Integer}, {@code Long}, {@code BigInteger}, {@code
   *     Double} or {@code String}
   */
  record Scalar(Object value) implements Node {

    private static final int SHOWN_CHARACTERS = 60;

    @Override
    public String show() {
      String text = value.toString();
      if (text.isBlank()) {
        return "'" + text + "'";
      }
      return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
    }
  }

  /** No value: {@code null}, {@code ~}, or nothing behind a key. */
  record Null() implements Node {

    @Override
    public String show() {
      return "null";
    }
  }
}
