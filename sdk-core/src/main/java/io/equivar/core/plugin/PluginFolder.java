package io.equivar.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The folder into which users put plugin jars. Each jar has a class loader of its own, so that two
 * plugins may bring different versions of one library.
 *
 * @param path the folder
 */
record PluginFolder(Path path) {

  /** Lists what is in the folder, by name, without hidden files. */
  List<Path> entries(Refusals refusals) {
    if (!Files.isDirectory(path)) {
      refusals.add(
          "the plugins folder",
          "must be a folder of plugin jars",
          path.toString(),
          "Name an existing folder, or none");
      return List.of();
    }
    List<Path> entries = new ArrayList<>();
    try (Stream<Path> content = Files.list(path.toAbsolutePath().normalize())) {
      for (Path entry : content.sorted().toList()) {
        if (!Files.isHidden(entry)) {
          entries.add(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the plugins folder " + path, e);
    }
    return entries;
  }

  /**
   * Opens an entry of the folder.
   *
   * @param jar what should be a plugin's jar
   * @param parent of the jar's own class loader
   * @param opened where the jar's class loader is added, to be closed by the caller
   * @return empty if it is refused
   */
  static Optional<PluginSource> open(
      Path jar, ClassLoader parent, List<URLClassLoader> opened, Refusals refusals) {
    if (Files.isDirectory(jar)) {
      refusals.add(
          jar.toString(),
          "must be a plugin's jar",
          "a folder",
          "Put the jars themselves into the plugins folder");
      return Optional.empty();
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getEntry(PluginSource.SERVICE_FILE) == null) {
        PluginSource.refuseWithoutPlugin(jar, refusals);
        return Optional.empty();
      }
      if (SdkPart.refuseBundled(jar, file, refusals) || refuseOthers(jar, file, refusals)) {
        return Optional.empty();
      }
    } catch (IOException e) {
      refusals.add(
          jar.toString(),
          "must be a plugin's jar that can be read",
          e,
          "Build or download it again, or remove it from the plugins folder");
      return Optional.empty();
    }
    URLClassLoader loader = new URLClassLoader(new URL[] {url(jar)}, parent);
    opened.add(loader);
    return Optional.ofNullable(loader.findResource(PluginSource.SERVICE_FILE))
        .map(serviceFile -> new PluginSource(jar, serviceFile, loader));
  }

  /** Code of jars that no one put here would run unseen: they are neither checked nor recorded. */
  private static boolean refuseOthers(Path jar, JarFile file, Refusals refusals)
      throws IOException {
    Manifest manifest = file.getManifest();
    String others =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    if (others == null || others.isBlank()) {
      return false;
    }
    refusals.add(
        jar.toString(),
        "must not load other jars",
        "Class-Path: " + others + " in its manifest",
        "Build it without; libraries that a plugin needs belong into its jar");
    return true;
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot name " + jar + " as a URL", e);
    }
  }
}
