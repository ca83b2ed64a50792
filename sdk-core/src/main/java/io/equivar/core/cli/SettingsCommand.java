package io.equivar.core.cli;

import io.equivar.api.config.ConfigurationException;
import io.equivar.core.config.ConfigurationReference;
import io.equivar.core.plugin.LoadedPlugins;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar settings}. */
@Command(
    name = "settings",
    description =
        "Lists every key that a configuration may have, with type, default and range, as Markdown.",
    mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * Prints the listing.
   *
   * @throws ConfigurationException if a plugin cannot be used
   */
  @Override
  public Integer call() {
    try (LoadedPlugins plugins = root.load()) {
      SettingsPage.print(
          new ConfigurationReference(plugins.catalogOrThrow()).sections(),
          spec.commandLine().getOut());
      return 0;
    }
  }
}
