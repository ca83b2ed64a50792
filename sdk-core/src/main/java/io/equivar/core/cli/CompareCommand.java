package io.equivar.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.equivar.core.run.ComparisonPages;
import io.equivar.core.run.RecordedRun;
import io.equivar.core.run.RunComparison;
import io.equivar.core.run.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code equivar compare}. */
@Command(
    name = "compare",
    description = "Shows runs side by side: figures, what differs in their settings, curves.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs.")
  private List<Path> runs = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE.html",
      defaultValue = "compare.html",
      description = "The page to write, by default ${DEFAULT-VALUE}; an existing one is replaced.")
  private Path out = Path.of("");

  @Option(names = "--json", description = "Prints JSON instead of tables.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    RunComparison comparison =
        new RunComparison(runs.stream().map(RunFolder::open).map(RecordedRun::read).toList());
    ComparisonListing listing = ComparisonListing.of(comparison);
    ComparisonPages.of(comparison).write(out);
    PrintWriter console = spec.commandLine().getOut();
    if (json) {
      console.println(
          new ObjectMapper()
              .writer(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(listing));
    } else {
      listing.print(console);
      console.println("The curves are in " + out);
    }
    console.flush();
    return 0;
  }
}
