package io.equivar.core.plugin;

import io.equivar.api.plugin.EquivarPlugin;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds plugins on the class path and in a plugins folder, and checks them before anything uses
 * them. Whatever is wrong with one plugin becomes a problem of the result and leaves the others
 * alone:
 *
 * <ul>
 *   <li>a jar of the folder cannot be read or names no plugin;
 *   <li>a jar's manifest does not state an SPI version that this SDK supports: looked at before any
 *       class of the jar is loaded;
 *   <li>a class is missing, cannot be linked, is no plugin, or is in several jars;
 *   <li>a constructor or a method fails or returns null;
 *   <li>a namespace or a name is not in kebab case, or two things of one kind share an id;
 *   <li>a configuration record has a component or a default that cannot be read from YAML.
 * </ul>
 */
public final class PluginLoader {

  private final ClassLoader classPath;

  /** Makes a loader of plugins on the class path that this SDK is on. */
  public PluginLoader() {
    this(PluginLoader.class.getClassLoader());
  }

  /**
   * Makes a loader of plugins.
   *
   * @param classPath holds this SDK and, possibly, plugins; the parent of the jars in a folder
   */
  public PluginLoader(ClassLoader classPath) {
    this.classPath = classPath;
  }

  /** Loads the plugins on the class path. */
  public LoadedPlugins load() {
    Refusals refusals = new Refusals();
    return load(PluginSource.onClassPath(classPath, refusals), List.of(), refusals);
  }

  /**
   * Loads the plugins on the class path and those in a folder.
   *
   * @param folder has a jar for each plugin; hidden files in it are left alone, and a jar that is
   *     on the class path as well counts once
   * @throws java.io.UncheckedIOException if the folder cannot be listed
   */
  public LoadedPlugins load(Path folder) {
    Refusals refusals = new Refusals();
    List<PluginSource> sources = new ArrayList<>(PluginSource.onClassPath(classPath, refusals));
    List<Path> alreadyFound = sources.stream().map(PluginSource::location).toList();
    List<URLClassLoader> opened = new ArrayList<>();
    try {
      for (Path entry : new PluginFolder(folder).entries(refusals)) {
        if (!alreadyFound.contains(entry)) {
          PluginFolder.open(entry, classPath, opened, refusals).ifPresent(sources::add);
        }
      }
      return load(sources, opened, refusals);
    } catch (RuntimeException | Error e) {
      LoadedPlugins.close(opened);
      throw e;
    }
  }

  private static LoadedPlugins load(
      List<PluginSource> sources, List<URLClassLoader> opened, Refusals refusals) {
    List<Candidate> candidates = new ArrayList<>();
    for (PluginSource source : sources) {
      PluginArchive.read(source.location(), refusals).stream()
          .flatMap(
              archive ->
                  source.providers(refusals).stream()
                      .map(provider -> new Candidate(archive, provider)))
          .forEach(candidates::add);
    }
    List<OfferedFactories> inspected =
        inOnePlace(candidates, refusals).stream()
            .flatMap(
                candidate ->
                    new PluginInspection(candidate.archive(), candidate.provider(), refusals)
                        .inspect().stream())
            .toList();
    return new LoadedPlugins(catalog(DuplicateIds.refuse(inspected, refusals)), refusals, opened);
  }

  /** Refuses classes that two jars name, or that come from elsewhere than the jar naming them. */
  private static List<Candidate> inOnePlace(List<Candidate> candidates, Refusals refusals) {
    Map<String, List<Candidate>> byClass =
        candidates.stream()
            .collect(
                Collectors.groupingBy(
                    Candidate::className, LinkedHashMap::new, Collectors.toList()));
    List<Candidate> sound = new ArrayList<>();
    byClass.forEach(
        (className, named) -> {
          String places =
              Stream.concat(
                      named.stream().map(candidate -> candidate.archive().location()),
                      named.stream().flatMap(candidate -> candidate.strangeOrigin().stream()))
                  .distinct()
                  .map(Path::toString)
                  .collect(Collectors.joining(" and "));
          if (named.size() > 1 || named.get(0).strangeOrigin().isPresent()) {
            refusals.add(
                "plugin class " + className, "must be in one jar", places, "Remove one of them");
          } else {
            sound.add(named.get(0));
          }
        });
    return sound;
  }

  private static PluginCatalog catalog(List<OfferedFactories> offered) {
    return PluginCatalog.of(
        offered.stream()
            .map(OfferedFactories::plugin)
            .sorted(
                Comparator.comparing(InstalledPlugin::location)
                    .thenComparing(InstalledPlugin::className))
            .toList(),
        offered.stream().flatMap(each -> each.transformations().stream()).toList(),
        offered.stream().flatMap(each -> each.baseModels().stream()).toList(),
        offered.stream().flatMap(each -> each.objectives().stream()).toList());
  }

  private record Candidate(PluginArchive archive, ServiceLoader.Provider<EquivarPlugin> provider) {

    String className() {
      return provider.type().getName();
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
}
