package io.equivar.core.cli;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.data.CheckReport;
import io.equivar.core.data.DatasetCheck;
import io.equivar.core.data.catalog.Dataset;
import io.equivar.core.data.catalog.Metric;
import io.equivar.core.detect.voc.VocCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code equivar data check}. */
@Command(
    name = "check",
    description =
        "Compares a folder or an archive with the data set as it was published: layout, numbers of"
            + " images, checksum. Says what is missing.",
    mixinStandardHelpOptions = true)
final class DataCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NAME", description = "As 'equivar data list' shows it.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      description = "The folder, unpacked, or a file as it was downloaded.")
  private Path path = Path.of("");

  @Override
  public Integer call() throws IOException {
    Dataset dataset = KnownDatasets.named(name);
    if (!Files.exists(path)) {
      throw new ConfigurationException(
          new Problem("PATH", "must be a folder or a file", path.toString(), "There is none"));
    }
    CheckReport report = check(dataset, path);
    PrintWriter out = spec.commandLine().getOut();
    return print(out, dataset, path, report) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  static CheckReport check(Dataset dataset, Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return DatasetCheck.file(dataset, path);
    }
    return dataset.metric() == Metric.AVERAGE_PRECISION
        ? VocCheck.folder(dataset, path)
        : DatasetCheck.folder(dataset, path);
  }

  /** Prints a report and returns whether nothing is wrong. */
  static boolean print(PrintWriter out, Dataset dataset, Path path, CheckReport report) {
    out.printf("%s in %s%n", dataset.title(), path);
    report.lines().forEach(line -> out.printf("  %s%n", line));
    report.problems().forEach(problem -> out.printf("  WRONG: %s%n", problem));
    out.println(report.problems().isEmpty() ? "  as published" : "  not as published");
    out.flush();
    return report.problems().isEmpty();
  }
}
