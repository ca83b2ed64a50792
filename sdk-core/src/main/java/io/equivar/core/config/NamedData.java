package io.equivar.core.config;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.binding.Node;
import io.equivar.core.binding.Problems;
import io.equivar.core.binding.RecordBinder;
import io.equivar.core.binding.RecordSchema;
import io.equivar.core.binding.Suggestions;
import io.equivar.core.binding.YamlWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Data that a command line names, such as {@code pets=DIR}.
 *
 * @param name as in a configuration
 * @param path of the folder
 */
public record NamedData(String name, Path path) {

  private static final String IMAGE_SIZE = "image-size";

  /**
   * Checks the name.
   *
   * @throws ConfigurationException if no data in a folder are called so
   */
  public NamedData {
    if (!types().containsKey(name)) {
      throw new ConfigurationException(
          new Problem(
              "--data",
              "must name one of " + String.join(", ", types().keySet()),
              name,
              Suggestions.nearest(name, types().keySet())
                  .map(nearest -> "Did you mean " + nearest + "?")
                  .orElse("")));
    }
  }

  /**
   * Reads {@code NAME=DIR}.
   *
   * @throws ConfigurationException if it has another form, or names no data
   */
  public static NamedData parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new ConfigurationException(
          new Problem("--data", "must have the form NAME=DIR, such as pets=data/pets", text, ""));
    }
    return new NamedData(text.substring(0, equals), Path.of(text.substring(equals + 1)));
  }

  /** Returns the override {@code data=...} that puts these data in place of others. */
  public String override(int imageSize) {
    return "data="
        + YamlWriter.write(new Node.Mapping(Map.of(name, new Node.Mapping(settings(imageSize)))));
  }

  /** Returns the configuration with these data, other settings at their defaults. */
  public DataConfig withDefaults() {
    Problems problems = new Problems();
    Node node =
        Node.Mapping.of(name, Node.Mapping.EMPTY.with("path", new Node.Scalar(path.toString())));
    DataConfig data = (DataConfig) new RecordBinder().bindValue(DataConfig.class, node, problems);
    problems.check();
    if (data == null) {
      throw new IllegalStateException("the data were not bound, for no reason given");
    }
    return data;
  }

  private Map<String, Node> settings(int imageSize) {
    Map<String, Node> settings = new LinkedHashMap<>();
    settings.put("path", new Node.Scalar(path.toString()));
    boolean sized =
        RecordSchema.describe(Objects.requireNonNull(types().get(name))).stream()
            .anyMatch(setting -> setting.key().equals(IMAGE_SIZE));
    if (sized) {
      settings.put(IMAGE_SIZE, new Node.Scalar(imageSize));
    }
    return settings;
  }

  private static Map<String, Class<? extends Record>> types() {
    Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
    for (Class<?> type : DataConfig.class.getPermittedSubclasses()) {
      if (type != GeneratedData.class) {
        types.put(RecordBinder.alternativeName(type), type.asSubclass(Record.class));
      }
    }
    return types;
  }
}
