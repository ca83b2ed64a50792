package io.equivar.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the jars and folders that hold a resource. */
final class ResourceLocation {

  private ResourceLocation() {}

  /** Returns every place on a class path that has a resource, in the order of the class path. */
  static Collection<URL> all(ClassLoader loader, String name) {
    // By their text: comparing URLs resolves host names.
    Map<String, URL> urls = new LinkedHashMap<>();
    try {
      loader
          .getResources(name)
          .asIterator()
          .forEachRemaining(url -> urls.putIfAbsent(url.toString(), url));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot search the class path for " + name, e);
    }
    return urls.values();
  }

  /**
   * Returns the jar or the folder of classes that a resource is in.
   *
   * @param url of the resource
   * @param name of the resource, with slashes
   * @return empty if it is in neither, for example in a jar within a jar
   */
  static Optional<Path> of(URL url, String name) {
    if (url.getProtocol().equals("file")) {
      Path folder = Path.of(URI.create(url.toString()));
      for (int i = 0; i < Path.of(name).getNameCount(); i++) {
        folder = folder.resolve("..");
      }
      return Optional.of(folder.normalize());
    }
    try {
      if (url.openConnection() instanceof JarURLConnection connection
          && connection.getJarFileURL().getProtocol().equals("file")) {
        return Optional.of(Path.of(URI.create(connection.getJarFileURL().toString())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + url, e);
    }
    return Optional.empty();
  }
}
