package io.equivar.core.plugin;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 *   <li>a jar brings classes of the SDK, or a part of the SDK is on the class path twice;
 *   <li>a class is missing, cannot be linked, is no plugin, or is in several jars;
 *   <li>jars on the class path differ in a class that both have;
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

  private LoadedPlugins load(
      List<PluginSource> sources, List<URLClassLoader> opened, Refusals refusals) {
    SdkPart.refuseCopies(classPath, refusals);
    List<PluginCandidate> candidates = new ArrayList<>();
    for (PluginSource source : sources) {
      PluginArchive.read(source.location(), refusals).stream()
          .flatMap(
              archive ->
                  source.providers(refusals).stream()
                      .map(
                          provider ->
                              new PluginCandidate(archive, provider, source.loader() == classPath)))
          .forEach(candidates::add);
    }
    List<OfferedFactories> inspected =
        SharedClasses.refuse(inOnePlace(candidates, refusals), refusals).stream()
            .flatMap(
                candidate ->
                    new PluginInspection(candidate.archive(), candidate.provider(), refusals)
                        .inspect().stream())
            .toList();
    return new LoadedPlugins(catalog(DuplicateIds.refuse(inspected, refusals)), refusals, opened);
  }

  /** Refuses classes that two jars name, or that come from elsewhere than the jar naming them. */
  private static List<PluginCandidate> inOnePlace(
      List<PluginCandidate> candidates, Refusals refusals) {
    Map<String, List<PluginCandidate>> byClass =
        candidates.stream()
            .collect(
                Collectors.groupingBy(
                    PluginCandidate::className, LinkedHashMap::new, Collectors.toList()));
    List<PluginCandidate> sound = new ArrayList<>();
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
}
