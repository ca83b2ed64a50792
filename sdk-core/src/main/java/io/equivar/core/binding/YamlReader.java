package io.equivar.core.binding;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 with its core schema: {@code true} and {@code false} are the only booleans, {@code
 * no} is text. Refuses what a configuration has no need of and what could harm: keys that occur
 * twice, more than 50 references to collections, collections that contain themselves, more than a
 * million characters.
 */
public final class YamlReader {

  private static final int MAX_CHARACTERS = 1_000_000;
  private static final int MAX_REFERENCES = 50;

  private YamlReader() {}

  /**
   * Reads a file of UTF-8 text; an empty file is an empty mapping.
   *
   * @throws ConfigurationException if it cannot be read or is not YAML; the message names file,
   *     line and column
   */
  public static Node read(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > 4L * MAX_CHARACTERS) {
        throw refused(file.toString(), "is too large for a configuration");
      }
      String text = Files.readString(file);
      Node node = parse(text.startsWith("\uFEFF") ? text.substring(1) : text, file.toString());
      return node instanceof Node.Null ? Node.Mapping.EMPTY : node;
    } catch (NoSuchFileException e) {
      throw refused(file.toString(), "does not exist");
    } catch (CharacterCodingException e) {
      throw refused(file.toString(), "must be text in UTF-8");
    } catch (IOException e) {
      throw refused(file.toString(), "cannot be read (" + e.getMessage() + ")");
    }
  }

  /**
   * Reads text.
   *
   * @param text one YAML document
   * @param label what messages call it
   * @throws ConfigurationException if it is not YAML
   */
  public static Node parse(String text, String label) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(label)
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(MAX_REFERENCES)
            .setCodePointLimit(MAX_CHARACTERS)
            .build();
    try {
      return new Tree(label).node(new Load(settings).loadFromString(text));
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      throw refused(
          label + mark.map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1)).orElse(""),
          "is not valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw refused(label, "is not valid YAML: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw refused(label, "is nested too deeply");
    }
  }

  private static ConfigurationException refused(String place, String rule) {
    return new ConfigurationException(new Problem(place, rule, "", ""));
  }

  /** Converts what the parser gives; a collection that is referred to twice is converted once. */
  private static final class Tree {

    private final String label;
    private final IdentityHashMap<Object, Optional<Node>> known = new IdentityHashMap<>();

    Tree(String label) {
      this.label = label;
    }

    Node node(@Nullable Object value) {
      if (value == null) {
        return new Node.Null();
      }
      if (!(value instanceof Map) && !(value instanceof List)) {
        return new Node.Scalar(value);
      }
      Optional<Node> seen = known.get(value);
      if (seen != null) {
        return seen.orElseThrow(() -> refused(label, "has a collection that contains itself"));
      }
      known.put(value, Optional.empty());
      Node node = collection(value);
      known.put(value, Optional.of(node));
      return node;
    }

    private Node collection(Object value) {
      if (value instanceof List<?> list) {
        return new Node.Sequence(list.stream().map(this::node).toList());
      }
      LinkedHashMap<String, Node> entries = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((key, inner) -> entries.put(String.valueOf(key), node(inner)));
      return new Node.Mapping(entries);
    }
  }
}
