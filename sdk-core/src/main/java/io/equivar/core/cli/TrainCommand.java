package io.equivar.core.cli;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.run.RunFolder;
import io.equivar.core.run.RunSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar train}. */
@Command(
    name = "train",
    description = "Trains a network and records the run in a folder.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "CONFIG.yaml", description = "What to train on, with what, how long.")
  private Path configuration = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting: training.epochs=5, pipeline[1].color-jitter.hue=0.2.")
  private List<String> overrides = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the run, new or empty; by default one under runs/.")
  private @Nullable Path out;

  @Option(
      names = "--no-evaluation",
      description = "Leaves out the evaluation by nearest neighbours after the training.")
  private boolean withoutEvaluation;

  @Override
  public Integer call() throws InterruptedException {
    try (Equivar equivar = root.open()) {
      return train(equivar);
    }
  }

  private int train(Equivar equivar) throws InterruptedException {
    PrintWriter console = spec.commandLine().getOut();
    RunConfig config = equivar.configurations().read(configuration, overrides);
    RunFolder folder = RunFolder.create(out == null ? defaultFolder() : out);
    RunSummary summary;
    try (ProgressDisplay display =
        new ProgressDisplay(
            console,
            spec.commandLine().getErr(),
            Ansi.AUTO.enabled(),
            config.training().batchSize())) {
      summary =
          equivar
              .experiment()
              .run(
                  config,
                  folder,
                  display,
                  withoutEvaluation ? Optional.empty() : Optional.of(NearestNeighbours.DEFAULT));
    }
    console.printf(
        Locale.ROOT,
        "Trained %,d steps in %.0f s, %.0f images/s.%n",
        summary.training().steps(),
        summary.training().seconds(),
        summary.training().imagesPerSecond());
    if (summary.evaluation() != null) {
      console.print(summary.evaluation().table());
    }
    console.printf("The run is in %s%n", folder.path());
    console.flush();
    return 0;
  }

  private Path defaultFolder() {
    String name = String.valueOf(configuration.getFileName()).replaceFirst("\\.ya?ml$", "");
    return Path.of("runs", name + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME));
  }
}
