package io.equivar.core.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.equivar.core.files.WholeFile;
import io.equivar.core.plugin.PluginCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The plugins with which a run began, for {@code plugins.json}. */
final class PluginsRecord {

  private PluginsRecord() {}

  /** Writes what is installed. */
  static void write(Path file, PluginCatalog plugins) {
    try {
      WholeFile.write(
          file,
          new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(installed(plugins)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Returns a line for every plugin of the record that is another one now. */
  static List<String> changes(Path file, PluginCatalog plugins) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<PluginRecord> before =
          new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {});
      if (before == null || before.contains(null)) {
        throw new IOException("it holds no list of plugins");
      }
      Map<String, PluginRecord> now =
          installed(plugins).stream()
              .collect(Collectors.toMap(PluginRecord::plugin, Function.identity()));
      List<String> changes = new ArrayList<>();
      for (PluginRecord record : before) {
        PluginRecord other = now.get(record.plugin());
        if (!record.equals(other)) {
          changes.add(
              "plugin "
                  + record.plugin()
                  + (other == null
                      ? " is no longer installed"
                      : " is not the one that the run began with: results may differ"));
        }
      }
      return changes;
    } catch (IOException e) {
      return List.of("the record of plugins " + file + " cannot be read: " + e.getMessage());
    }
  }

  private static List<PluginRecord> installed(PluginCatalog plugins) {
    return plugins.plugins().stream().map(PluginRecord::of).toList();
  }
}
