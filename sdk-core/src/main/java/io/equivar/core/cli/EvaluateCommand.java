package io.equivar.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.equivar.core.application.Equivar;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataSplits;
import io.equivar.core.evaluate.Accuracy;
import io.equivar.core.evaluate.EvaluationReport;
import io.equivar.core.evaluate.LinearProbe;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.files.WholeFile;
import io.equivar.core.run.RunFolder;
import java.io.IOException;
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

/** {@code equivar evaluate}. */
@Command(
    name = "evaluate",
    description = "Measures how good the representations of a run are.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path run = Path.of("");

  @Option(
      names = "--protocol",
      required = true,
      description = "How to measure: ${COMPLETION-CANDIDATES}.")
  private Protocol protocol = Protocol.knn;

  @Option(
      names = "--k",
      defaultValue = "20",
      description = "knn: number of neighbours that vote, by default ${DEFAULT-VALUE}.")
  private int k;

  @Option(
      names = "--accuracy",
      description =
          "linear: ${COMPLETION-CANDIDATES}; by default what results on the data are given as.")
  private @Nullable Accuracy accuracy;

  @Option(
      names = "--data",
      paramLabel = "NAME=DIR",
      description =
          "Evaluates on other data than the run was trained on, such as pets=DIR or folder=DIR.")
  private @Nullable String data;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting of the run, such as data.cifar10.path=DIR.")
  private List<String> overrides = List.of();

  @Option(names = "--json", description = "Prints JSON instead of a table.")
  private boolean json;

  /** The protocols, as they are written on the command line. */
  enum Protocol {
    /** Votes of the nearest neighbours. */
    knn,
    /** Softmax regression. */
    linear
  }

  @Override
  public Integer call() throws IOException {
    try (Equivar equivar = root.open()) {
      return evaluate(equivar);
    }
  }

  private int evaluate(Equivar equivar) throws IOException {
    RunFolder folder = RunFolder.open(run);
    OtherData other = OtherData.of(data, equivar.configurations(), folder);
    RunConfig config =
        equivar.configurations().read(folder.configuration(), other.overrides(overrides));
    Checkpoint checkpoint = folder.checkpoints().require(spec.commandLine().getErr()::println);
    try (DataSplits splits =
        equivar.data().open(config.data(), spec.commandLine().getErr()::println)) {
      EvaluationReport report =
          protocol == Protocol.knn
              ? equivar
                  .evaluation()
                  .nearestNeighbours(
                      config,
                      splits,
                      checkpoint,
                      new NearestNeighbours(k, NearestNeighbours.DEFAULT.temperature()))
              : equivar
                  .evaluation()
                  .linear(
                      config,
                      splits,
                      checkpoint,
                      LinearProbe.standard(other.accuracy(accuracy, config), config.seed()));
      String text = toJson(report);
      WholeFile.write(folder.evaluation(protocol.name() + other.suffix()), text);
      spec.commandLine().getOut().print(json ? text : report.table());
      spec.commandLine().getOut().flush();
      return 0;
    }
  }

  private static String toJson(EvaluationReport report) throws JsonProcessingException {
    ObjectWriter writer = new ObjectMapper().writer(SerializationFeature.INDENT_OUTPUT);
    return writer.writeValueAsString(report) + System.lineSeparator();
  }
}
