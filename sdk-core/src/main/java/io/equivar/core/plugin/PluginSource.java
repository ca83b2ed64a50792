package io.equivar.core.plugin;

import io.equivar.api.plugin.EquivarPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * A service file that names plugins.
 *
 * @param location the jar or the folder of classes that it is in
 * @param serviceFile the file itself
 * @param loader of the classes that it names
 */
record PluginSource(Path location, URL serviceFile, ClassLoader loader) {

  static final String SERVICE_FILE = "META-INF/services/" + EquivarPlugin.class.getName();

  /** Finds the service files on a class path, in its order. */
  static List<PluginSource> onClassPath(ClassLoader loader, Refusals refusals) {
    // By their text: comparing URLs resolves host names.
    Map<String, URL> serviceFiles = new LinkedHashMap<>();
    try {
      loader
          .getResources(SERVICE_FILE)
          .asIterator()
          .forEachRemaining(url -> serviceFiles.putIfAbsent(url.toString(), url));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot search the class path for " + SERVICE_FILE, e);
    }
    List<PluginSource> sources = new ArrayList<>();
    for (URL serviceFile : serviceFiles.values()) {
      locate(serviceFile)
          .ifPresentOrElse(
              location -> sources.add(new PluginSource(location, serviceFile, loader)),
              () ->
                  refusals.add(
                      serviceFile.toString(),
                      "must be in a jar file or in a folder of classes",
                      "",
                      "Put the plugin's jar itself on the class path or into the plugins folder"));
    }
    return sources;
  }

  /** Lists the plugins that can be loaded, without creating them. */
  List<ServiceLoader.Provider<EquivarPlugin>> providers(Refusals refusals) {
    Iterator<ServiceLoader.Provider<EquivarPlugin>> iterator =
        ServiceLoader.load(EquivarPlugin.class, new ServiceFileLoader(serviceFile, loader)).stream()
            .iterator();
    List<ServiceLoader.Provider<EquivarPlugin>> providers = new ArrayList<>();
    int refusalsBefore = refusals.count();
    while (true) {
      // The iterator goes on to the next line of the file after an error.
      try {
        if (!iterator.hasNext()) {
          if (providers.isEmpty() && refusals.count() == refusalsBefore) {
            refuseWithoutPlugin(location, refusals);
          }
          return providers;
        }
        providers.add(iterator.next());
      } catch (ServiceConfigurationError e) {
        refusals.add(
            location.toString(),
            "must hold the plugins that " + SERVICE_FILE + " names",
            String.valueOf(e.getMessage()).replace(EquivarPlugin.class.getName() + ": ", ""),
            Refusals.ASK_AUTHOR);
      } catch (LinkageError e) {
        refusals.add(
            location.toString(),
            "must hold plugins whose classes can be loaded",
            e,
            "Libraries that a plugin needs belong into its jar. " + Refusals.ASK_AUTHOR);
      }
    }
  }

  static void refuseWithoutPlugin(Path location, Refusals refusals) {
    refusals.add(
        location.toString(),
        "must name a plugin in " + SERVICE_FILE,
        "none",
        "Remove it if it is no plugin; libraries that a plugin needs belong into its jar");
  }

  private static Optional<Path> locate(URL serviceFile) {
    URI uri = URI.create(serviceFile.toString());
    if (serviceFile.getProtocol().equals("file")) {
      return Optional.of(Path.of(uri).resolve("../../..").normalize());
    }
    try {
      if (serviceFile.openConnection() instanceof JarURLConnection connection
          && connection.getJarFileURL().getProtocol().equals("file")) {
        return Optional.of(Path.of(URI.create(connection.getJarFileURL().toString())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + serviceFile, e);
    }
    return Optional.empty();
  }
}
