package io.equivar.core.cli;

import io.equivar.core.data.catalog.Catalog;
import io.equivar.core.data.catalog.Dataset;
import io.equivar.core.data.catalog.DatasetFile;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code equivar data list}. */
@Command(
    name = "list",
    description = "Lists the data sets that are known, with their parts, files and pages.",
    mixinStandardHelpOptions = true)
final class DataListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Dataset dataset : Catalog.all()) {
      out.printf("%s: %s%n", dataset.name(), dataset.title());
      out.printf("  %s; %s%n", dataset.sizes(), dataset.metric());
      for (DatasetFile file : dataset.files()) {
        String checksum = file.checksum().map(known -> ", " + known).orElse("");
        String address = file.address().map(uri -> "").orElse(" (to be got by hand)");
        out.printf("  %s%s%s%n", file.name(), address, checksum);
      }
      out.printf("  %s%n", dataset.page());
    }
    out.flush();
    return 0;
  }
}
