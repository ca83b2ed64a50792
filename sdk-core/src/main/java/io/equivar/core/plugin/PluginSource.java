package io.equivar.core.plugin;

import io.equivar.api.plugin.EquivarPlugin;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
    List<PluginSource> sources = new ArrayList<>();
    for (URL serviceFile : ResourceLocation.all(loader, SERVICE_FILE)) {
      ResourceLocation.of(serviceFile, SERVICE_FILE)
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
}
