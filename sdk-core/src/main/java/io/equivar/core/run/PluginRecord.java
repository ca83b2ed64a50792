package io.equivar.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.equivar.core.plugin.InstalledPlugin;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that was installed.
 *
 * @param plugin class of its entry point
 * @param file the jar's name
 * @param version as its manifest states it
 * @param sha256 of the jar
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PluginRecord(
    String plugin, String file, @Nullable String version, @Nullable String sha256) {

  static PluginRecord of(InstalledPlugin plugin) {
    return new PluginRecord(
        plugin.className(),
        String.valueOf(plugin.location().getFileName()),
        plugin.version().orElse(null),
        plugin.sha256().orElse(null));
  }
}
