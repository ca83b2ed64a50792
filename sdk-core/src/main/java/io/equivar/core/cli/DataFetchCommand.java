package io.equivar.core.cli;

import io.equivar.core.data.catalog.Dataset;
import io.equivar.core.data.fetch.DatasetFetch;
import io.equivar.core.data.fetch.Download;
import io.equivar.core.data.fetch.FetchException;
import io.equivar.core.data.fetch.UnpackLimits;
import io.equivar.core.data.fetch.Unpacker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code equivar data fetch}. */
@Command(
    name = "fetch",
    description = {
      "Downloads a data set, compares checksums, unpacks and checks it.",
      "Files that are in the folder already are not downloaded again; a download that was broken"
          + " off goes on where it stopped. Mind the licence of the data: see their page."
    },
    mixinStandardHelpOptions = true)
final class DataFetchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "As 'equivar data list' shows it.")
  private String name = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where files are put and unpacked; made if need be.")
  private Path folder = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "A server's folder that has the files, in place of the published addresses.")
  private @Nullable URI from;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Dataset dataset = KnownDatasets.named(name);
    DatasetFetch fetch =
        new DatasetFetch(
            Download.patient(),
            new Unpacker(UnpackLimits.defaults()),
            spec.commandLine().getErr()::println);
    try {
      fetch.fetch(dataset, Optional.ofNullable(from), folder);
    } catch (FetchException e) {
      spec.commandLine().getErr().println("equivar: " + e.getMessage());
      spec.commandLine().getErr().flush();
      return ExitCode.SOFTWARE;
    }
    boolean sound =
        DataCheckCommand.print(
            spec.commandLine().getOut(), dataset, folder, DataCheckCommand.check(dataset, folder));
    return sound ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
