package io.equivar.core.cli;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataSplits;
import io.equivar.core.pipeline.HostCost;
import io.equivar.core.run.Preview;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar preview}. */
@Command(
    name = "preview",
    description = "Draws pairs of images and their views, with what was drawn for each.",
    mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {

  private static final int MOST_PAIRS = 50;

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "CONFIG.yaml", description = "A configuration, as for train.")
  private Path configuration = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE.png",
      required = true,
      description = "The picture to write; an existing one is replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--pairs",
      defaultValue = "4",
      description = "Number of pairs, by default ${DEFAULT-VALUE}.")
  private int pairs;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting, as for train.")
  private List<String> overrides = List.of();

  @Override
  public Integer call() {
    try (Equivar equivar = root.open()) {
      HostCost cost = preview(equivar);
      PrintWriter console = spec.commandLine().getOut();
      console.println(cost.placement() + " " + cost.cost());
      console.println("The views are in " + out);
      return 0;
    }
  }

  private HostCost preview(Equivar equivar) {
    RunConfig config = equivar.configurations().read(configuration, overrides);
    try (DataSplits splits =
        equivar.data().open(config.data(), spec.commandLine().getErr()::println)) {
      int most = Math.min(MOST_PAIRS, splits.training().size() / 2);
      if (pairs < 1 || pairs > most) {
        throw new ConfigurationException(
            Problem.of("--pairs", "must be in [1, " + most + "]", pairs));
      }
      Preview preview = equivar.preview().preview(config, splits.training(), pairs);
      preview.sheet().write(out);
      return preview.cost();
    }
  }
}
