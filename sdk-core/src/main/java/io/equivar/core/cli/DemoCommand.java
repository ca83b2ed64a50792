package io.equivar.core.cli;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.run.Demonstration;
import io.equivar.core.run.TrainingListener;
import io.equivar.core.run.TrainingResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar demo}. */
@Command(
    name = "demo",
    description =
        "Trains SimCLR alone and with STL on images that are drawn, and shows what each keeps.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seeds",
      defaultValue = "1",
      description = "Number of seeds, by default ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting of all runs, such as training.epochs=5.")
  private List<String> overrides = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the runs, new or empty; by default one under runs/.")
  private @Nullable Path out;

  @Override
  public Integer call() throws InterruptedException {
    if (seeds < 1) {
      throw new ConfigurationException(Problem.of("--seeds", "must be at least 1", seeds));
    }
    Path folder =
        out == null
            ? Path.of("runs", "demo-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME))
            : out;
    PrintWriter console = spec.commandLine().getOut();
    List<StopSignal> signals = new ArrayList<>();
    try (Equivar equivar = root.open()) {
      Demonstration.Outcome outcome =
          equivar
              .demonstration()
              .run(folder, seeds, overrides, config -> listener(config, console, signals));
      console.print(outcome.report().table());
      outcome
          .runs()
          .forEach(run -> console.printf("The report of %s is in %s%n", run.path(), run.report()));
      console.printf("All runs side by side are in %s%n", Demonstration.comparison(folder));
      console.flush();
      return 0;
    } finally {
      signals.forEach(StopSignal::close);
    }
  }

  /** Every run has a display and a signal of its own: both are for one training. */
  private TrainingListener listener(
      RunConfig config, PrintWriter console, List<StopSignal> signals) {
    console.printf(
        "Training with the objective %s, seed %d%n", config.objective().id(), config.seed());
    console.flush();
    ProgressDisplay display =
        new ProgressDisplay(
            console,
            spec.commandLine().getErr(),
            Ansi.AUTO.enabled(),
            config.training().batchSize());
    StopSignal signal = StopSignal.listen();
    signals.add(signal);
    return TrainingListener.all(
        display,
        signal,
        new TrainingListener() {
          @Override
          public void finished(TrainingResult result) {
            display.end();
          }
        });
  }
}
