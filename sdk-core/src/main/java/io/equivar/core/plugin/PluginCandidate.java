package io.equivar.core.plugin;

import io.equivar.api.plugin.EquivarPlugin;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A plugin class that was found and not looked into yet.
 *
 * @param archive that names it
 * @param provider that can create it
 * @param onClassPath whether the archive shares its class loader with others
 */
record PluginCandidate(
    PluginArchive archive, ServiceLoader.Provider<EquivarPlugin> provider, boolean onClassPath) {

  /** Returns the name of the plugin class. */
  String className() {
    return provider.type().getName();
  }

  /** Returns how messages call the plugin. */
  String describe() {
    return "plugin " + className() + " in " + archive.location();
  }

  /**
   * Returns the jar that the class really comes from, if it is not the one that names it. Builds
   * may keep classes and resources in two folders: these are taken as one place.
   */
  Optional<Path> strangeOrigin() {
    CodeSource source = provider.type().getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    Path origin = Path.of(URI.create(source.getLocation().toString()));
    boolean bothFolders = archive.sha256().isEmpty() && Files.isDirectory(origin);
    return bothFolders || origin.equals(archive.location())
        ? Optional.empty()
        : Optional.of(origin);
  }
}
