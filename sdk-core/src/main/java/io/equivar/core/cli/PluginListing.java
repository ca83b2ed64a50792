package io.equivar.core.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.equivar.api.config.Problem;
import io.equivar.api.factory.Factory;
import io.equivar.api.transformation.PixelTransformationFactory;
import io.equivar.core.binding.RecordSchema;
import io.equivar.core.binding.SettingDescription;
import io.equivar.core.plugin.FactoryIndex;
import io.equivar.core.plugin.InstalledFactory;
import io.equivar.core.plugin.InstalledPlugin;
import io.equivar.core.plugin.LoadedPlugins;
import io.equivar.core.plugin.PluginCatalog;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code equivar plugins} shows.
 *
 * @param plugins what is installed
 * @param problems what is wrong with plugins that are therefore left out
 */
record PluginListing(List<PluginEntry> plugins, List<String> problems) {

  /**
   * An installed plugin.
   *
   * @param namespace of everything it offers
   * @param plugin class of its entry point
   * @param location the jar, or a folder of classes
   * @param version as its manifest states it
   * @param spiVersion that it was built for
   * @param sha256 of the jar
   * @param offers everything that can be named in a configuration
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PluginEntry(
      String namespace,
      String plugin,
      String location,
      @Nullable String version,
      String spiVersion,
      @Nullable String sha256,
      List<FactoryEntry> offers) {}

  /**
   * Something that can be named in a configuration.
   *
   * @param kind transformation, pixel transformation, base method or objective
   * @param id its full name
   * @param description a line or two
   * @param settings its configuration
   */
  record FactoryEntry(
      String kind, String id, String description, List<SettingDescription> settings) {}

  static PluginListing of(LoadedPlugins loaded) {
    PluginCatalog catalog = loaded.catalog();
    return new PluginListing(
        catalog.plugins().stream().map(plugin -> entry(plugin, offers(catalog, plugin))).toList(),
        loaded.problems().stream().map(Problem::toString).toList());
  }

  private static PluginEntry entry(InstalledPlugin plugin, List<FactoryEntry> offers) {
    return new PluginEntry(
        plugin.namespace(),
        plugin.className(),
        plugin.location().toString(),
        plugin.version().orElse(null),
        plugin.spiVersion().toString(),
        plugin.sha256().orElse(null),
        offers);
  }

  private static List<FactoryEntry> offers(PluginCatalog catalog, InstalledPlugin plugin) {
    return Stream.of(
            offers(catalog.transformations(), plugin),
            offers(catalog.baseModels(), plugin),
            offers(catalog.objectives(), plugin))
        .flatMap(entries -> entries)
        .toList();
  }

  private static <F extends Factory<?>> Stream<FactoryEntry> offers(
      FactoryIndex<F> index, InstalledPlugin plugin) {
    return index.all().stream()
        .filter(offered -> offered.plugin().equals(plugin))
        .map(offered -> entry(index, offered));
  }

  private static <F extends Factory<?>> FactoryEntry entry(
      FactoryIndex<F> index, InstalledFactory<F> offered) {
    return new FactoryEntry(
        offered.factory() instanceof PixelTransformationFactory<?>
            ? "pixel transformation"
            : index.kind().label(),
        offered.id(),
        offered.description(),
        RecordSchema.describe(offered.factory().configType()));
  }

  /** Writes the listing for people. */
  void print(PrintWriter out) {
    for (PluginEntry plugin : plugins) {
      out.printf(
          "%s  %s%n  version %s, SPI %s, %s%n",
          plugin.namespace(),
          plugin.plugin(),
          plugin.version() == null ? "unknown" : plugin.version(),
          plugin.spiVersion(),
          plugin.location());
      for (FactoryEntry offered : plugin.offers()) {
        out.printf("%n  %s (%s)%n    %s%n", offered.id(), offered.kind(), offered.description());
        offered.settings().forEach(setting -> print(out, setting));
      }
      out.println();
    }
    if (plugins.isEmpty()) {
      out.println("No plugin is installed.");
    }
    problems.forEach(problem -> out.println("PROBLEM: " + problem));
  }

  private static void print(PrintWriter out, SettingDescription setting) {
    out.printf(
        "      %s: %s%s%s, %s%n        %s%n",
        setting.key(),
        setting.type(),
        setting.range().isEmpty() ? "" : " in " + setting.range(),
        setting.unit().isEmpty() ? "" : " " + setting.unit(),
        setting.required() ? "required" : "default " + setting.defaultsTo(),
        setting.description());
  }
}
