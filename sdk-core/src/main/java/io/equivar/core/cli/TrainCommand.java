package io.equivar.core.cli;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.run.RunFolder;
import io.equivar.core.run.RunSummary;
import io.equivar.core.run.TrainingListener;
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
import picocli.CommandLine.ParameterException;
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

  @Parameters(
      paramLabel = "CONFIG.yaml",
      arity = "0..1",
      description = "What to train on, with what, how long.")
  private @Nullable Path configuration;

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
      names = "--resume",
      paramLabel = "RUN",
      description = "Goes on with a run that was stopped, instead of CONFIG.yaml.")
  private @Nullable Path resume;

  @Option(
      names = "--no-evaluation",
      description = "Leaves out the evaluation by nearest neighbours after the training.")
  private boolean withoutEvaluation;

  @Option(
      names = "--no-report",
      description = "Leaves out the page that shows the run, report.html in its folder.")
  private boolean withoutReport;

  @Override
  public Integer call() throws InterruptedException {
    try (Equivar equivar = root.open()) {
      return train(equivar);
    }
  }

  private int train(Equivar equivar) throws InterruptedException {
    PrintWriter console = spec.commandLine().getOut();
    RunFolder folder;
    RunConfig config;
    if (resume == null) {
      Path file = requireConfiguration();
      config = equivar.configurations().read(file, overrides);
      folder = RunFolder.create(out == null ? defaultFolder(file) : out);
    } else {
      refuseBesideResume();
      folder = RunFolder.open(resume);
      config = equivar.configurations().read(folder.configuration(), List.of());
    }
    Optional<NearestNeighbours> neighbours =
        withoutEvaluation ? Optional.empty() : Optional.of(NearestNeighbours.DEFAULT);
    RunSummary summary;
    try (StopSignal signal = StopSignal.listen();
        ProgressDisplay display =
            new ProgressDisplay(
                console,
                spec.commandLine().getErr(),
                Ansi.AUTO.enabled(),
                config.training().batchSize())) {
      TrainingListener listener = TrainingListener.all(display, signal);
      summary =
          resume == null
              ? equivar.experiment().run(config, folder, listener, neighbours)
              : equivar.experiment().resume(folder, listener, neighbours);
      display.end();
      print(summary, folder, console);
    }
    if (!withoutReport && !summary.training().endedEarly()) {
      report(equivar, folder, console);
    }
    return 0;
  }

  /**
   * What was trained is saved: that a picture of it cannot be made is no failure of the training.
   */
  private void report(Equivar equivar, RunFolder folder, PrintWriter console) {
    try {
      // What there is to know about the data was said before the training.
      equivar.reports().page(folder, List.of(), notice -> {}).write(folder.report());
      console.printf("The report is in %s%n", folder.report());
      console.flush();
    } catch (RuntimeException e) {
      PrintWriter error = spec.commandLine().getErr();
      error.printf(
          "The report could not be made: %s. Try again with: equivar report %s%n",
          e.getMessage(), folder.path());
      error.flush();
      if (root.debug()) {
        e.printStackTrace(error);
      }
    }
  }

  private Path requireConfiguration() {
    if (configuration == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing CONFIG.yaml, or --resume RUN to go on with a run");
    }
    return configuration;
  }

  private void refuseBesideResume() {
    if (configuration != null || out != null || !overrides.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume goes on with a run as it is: leave out CONFIG.yaml, --out and --set");
    }
  }

  private static void print(RunSummary summary, RunFolder folder, PrintWriter console) {
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
    if (summary.training().endedEarly()) {
      console.printf(
          Locale.ROOT,
          "Stopped after step %,d of %,d. Go on with: equivar train --resume %s%n",
          summary.training().steps(),
          summary.training().plannedSteps(),
          folder.path());
    }
    console.flush();
  }

  private static Path defaultFolder(Path configuration) {
    String name = String.valueOf(configuration.getFileName()).replaceFirst("\\.ya?ml$", "");
    return Path.of("runs", name + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME));
  }
}
