package io.equivar.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.equivar.core.plugin.LoadedPlugins;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar plugins}. */
@Command(
    name = "plugins",
    description =
        "Lists what is installed, from which jar, with every configuration key, default and range.",
    mixinStandardHelpOptions = true)
final class PluginsCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Prints JSON instead of a listing.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    try (LoadedPlugins plugins = root.load()) {
      PluginListing listing = PluginListing.of(plugins);
      if (json) {
        out.println(
            new ObjectMapper()
                .writer(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(listing));
      } else {
        listing.print(out);
      }
      out.flush();
      return listing.problems().isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }
  }
}
