package io.equivar.core.cli;

import io.equivar.core.application.Equivar;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.plugin.LoadedPlugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code equivar}: the options of all commands. */
@Command(
    name = "equivar",
    description = "Learns image representations from unlabelled images.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      EvaluateDetectionCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      EmbedCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      PreviewCommand.class,
      DataCommand.class,
      BenchCommand.class,
      PluginsCommand.class,
      SettingsCommand.class,
      DoctorCommand.class
    },
    footer = {
      "",
      "Exit codes: 0, 1 failed, 2 wrong usage or configuration.",
      "'equivar COMMAND -h' explains a command."
    })
final class RootCommand {

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Folder of plugin jars; by default EQUIVAR_PLUGINS, or ~/.equivar/plugins if it exists.")
  private @Nullable Path plugins;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Folder of decoded images; by default EQUIVAR_CACHE, or equivar in the user's cache.")
  private @Nullable Path cache;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Shows where in the program an error came up.")
  private boolean debug;

  /** Returns whether errors are shown with their stack traces. */
  boolean debug() {
    return debug;
  }

  /** Returns the folder of plugin jars, if there is one. */
  Optional<Path> pluginsFolder() {
    if (plugins != null) {
      return Optional.of(plugins);
    }
    Path standard = Path.of(System.getProperty("user.home"), ".equivar", "plugins");
    return environment("EQUIVAR_PLUGINS")
        .or(() -> Optional.of(standard).filter(Files::isDirectory));
  }

  /** Loads the plugins, sound or not. */
  LoadedPlugins load() {
    return Equivar.load(pluginsFolder());
  }

  /** Loads the plugins and wires the core. */
  Equivar open() {
    return Equivar.open(pluginsFolder(), cacheFolder());
  }

  /** Returns where decoded images are kept. */
  CacheFolder cacheFolder() {
    if (cache != null) {
      return new CacheFolder(cache);
    }
    return environment("EQUIVAR_CACHE").map(CacheFolder::new).orElseGet(Equivar::standardCache);
  }

  private static Optional<Path> environment(String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }
}
