package io.equivar.core.binding;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
 * twice, keys that are collections, more than 50 references to collections, references that stand
 * for more than a hundred thousand values, collections that contain themselves, more than 50
 * collections inside each other, numbers of 1,000 digits, more than a million characters.
 */
public final class YamlReader {

  private static final int MAX_CHARACTERS = 1_000_000;
  private static final int MAX_REFERENCES = 50;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_VALUES = 100_000;

  /** Java takes time in proportion to the square of a number's digits. */
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9a-fA-F]{1000}");

  private static final String TOO_DEEP = "is nested too deeply";

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
    if (LONG_NUMBER.matcher(text).find()) {
      throw refused(label, "has a number of 1,000 digits or more");
    }
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
      throw refused(label, TOO_DEEP);
    }
  }

  private static ConfigurationException refused(String place, String rule) {
    return new ConfigurationException(new Problem(place, rule, "", ""));
  }

  /**
   * What a value became.
   *
   * @param values how many values it holds where references are written out
   * @param depth how many collections are inside each other
   */
  private record Converted(Node node, long values, int depth) {}

  /** Converts what the parser gives; a collection that is referred to twice is converted once. */
  private static final class Tree {

    private final String label;
    private final IdentityHashMap<Object, Optional<Converted>> known = new IdentityHashMap<>();

    Tree(String label) {
      this.label = label;
    }

    Node node(@Nullable Object value) {
      return convert(value).node();
    }

    private Converted convert(@Nullable Object value) {
      if (value == null) {
        return new Converted(new Node.Null(), 1, 0);
      }
      if (!(value instanceof Map) && !(value instanceof List)) {
        return new Converted(new Node.Scalar(value), 1, 0);
      }
      Optional<Converted> seen = known.get(value);
      if (seen != null) {
        return seen.orElseThrow(() -> refused(label, "has a collection that contains itself"));
      }
      known.put(value, Optional.empty());
      Converted converted = collection(value);
      known.put(value, Optional.of(converted));
      return converted;
    }

    private Converted collection(Object value) {
      if (value instanceof List<?> list) {
        List<Converted> elements = list.stream().map(this::convert).toList();
        return whole(new Node.Sequence(elements.stream().map(Converted::node).toList()), elements);
      }
      LinkedHashMap<String, Node> entries = new LinkedHashMap<>();
      List<Converted> inner = new ArrayList<>();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        if (entry.getKey() instanceof Map || entry.getKey() instanceof List) {
          throw refused(label, "has a collection as a key");
        }
        Converted converted = convert(entry.getValue());
        inner.add(converted);
        entries.put(String.valueOf(entry.getKey()), converted.node());
      }
      return whole(new Node.Mapping(entries), inner);
    }

    /** Refuses what whoever goes through it would never be done with. */
    private Converted whole(Node node, List<Converted> inner) {
      long values = 1 + inner.stream().mapToLong(Converted::values).sum();
      int depth = 1 + inner.stream().mapToInt(Converted::depth).max().orElse(0);
      if (depth > MAX_DEPTH) {
        throw refused(label, TOO_DEEP);
      }
      if (values > MAX_VALUES) {
        throw refused(
            label, String.format(Locale.ROOT, "stands for more than %,d values", MAX_VALUES));
      }
      return new Converted(node, values, depth);
    }
  }
}
