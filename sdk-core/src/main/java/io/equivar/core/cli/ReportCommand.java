package io.equivar.core.cli;

import io.equivar.core.application.Equivar;
import io.equivar.core.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar report}. */
@Command(
    name = "report",
    description = "Makes the page that shows a run: figures, curves, maps of images, neighbours.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path run = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE.html",
      description =
          "The page to write; an existing one is replaced. By default report.html in the run.")
  private @Nullable Path out;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting of the run, such as data.cifar10.path=DIR.")
  private List<String> overrides = List.of();

  @Override
  public Integer call() {
    try (Equivar equivar = root.open()) {
      RunFolder folder = RunFolder.open(run);
      Path file = out == null ? folder.report() : out;
      equivar.reports().page(folder, overrides, spec.commandLine().getErr()::println).write(file);
      spec.commandLine().getOut().println("The report is in " + file);
      return 0;
    }
  }
}
