package io.equivar.core.cli;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.application.Equivar;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataSplits;
import io.equivar.core.evaluate.Accuracy;
import io.equivar.core.evaluate.EvaluationReport;
import io.equivar.core.evaluate.LinearProbe;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.evaluate.RidgeRegression;
import io.equivar.core.evaluate.TransformationPrediction;
import io.equivar.core.evaluate.VersionRetrieval;
import io.equivar.core.files.WholeFile;
import io.equivar.core.run.Evaluation;
import io.equivar.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
      converter = ProtocolConverter.class,
      description = "How to measure: ${COMPLETION-CANDIDATES}.")
  private Protocol protocol = Protocol.KNN;

  @Option(
      names = "--k",
      split = ",",
      description = "knn: number of neighbours that vote, or several; by default 1, 20 and 200.")
  private List<Integer> k = List.of();

  @Option(
      names = "--versions",
      defaultValue = "60",
      description = "equivariance: versions of each image, by default ${DEFAULT-VALUE}.")
  private int versions;

  @Option(
      names = "--images",
      description =
          "equivariance, transformation-prediction: images of each part at most, by default 500"
              + " and 5000.")
  private @Nullable Integer images;

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

  /** The protocols. */
  enum Protocol {
    /** Votes of the nearest neighbours. */
    KNN,
    /** Softmax regression. */
    LINEAR,
    /** What was done to an image, from representations before and after. */
    TRANSFORMATION_PREDICTION,
    /** Versions of an image, found by predictions of their representations. */
    EQUIVARIANCE,
    /** Known factors of images, from representations. */
    FACTORS;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Names the protocols as they are written, where picocli would name the constants too. */
  static final class ProtocolConverter implements ITypeConverter<Protocol> {

    @Override
    public Protocol convert(String value) {
      return Arrays.stream(Protocol.values())
          .filter(protocol -> protocol.toString().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of "
                          + Arrays.toString(Protocol.values())
                          + " but was '"
                          + value
                          + "'"));
    }
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
      EvaluationReport report = report(equivar.evaluation(), config, splits, checkpoint, other);
      String text = report.json();
      WholeFile.write(folder.evaluation(protocol + other.suffix()), text);
      spec.commandLine().getOut().print(json ? text : report.table());
      spec.commandLine().getOut().flush();
      return 0;
    }
  }

  private EvaluationReport report(
      Evaluation evaluation,
      RunConfig config,
      DataSplits splits,
      Checkpoint checkpoint,
      OtherData other) {
    return switch (protocol) {
      case KNN -> evaluation.nearestNeighbours(config, splits, checkpoint, neighbours(splits));
      case LINEAR ->
          evaluation.linear(
              config,
              splits,
              checkpoint,
              LinearProbe.standard(other.accuracy(accuracy, config), config.seed()));
      case TRANSFORMATION_PREDICTION ->
          evaluation.transformationPrediction(config, splits, checkpoint, prediction(config));
      case EQUIVARIANCE -> evaluation.equivariance(config, splits, checkpoint, retrieval(config));
      case FACTORS ->
          evaluation.factors(config, splits, checkpoint, RidgeRegression.standard(config.seed()));
    };
  }

  private NearestNeighbours neighbours(DataSplits splits) {
    if (k.isEmpty()) {
      return splits
          .labelledTraining()
          .map(references -> NearestNeighbours.STANDARD.atMost(references.size()))
          .orElse(NearestNeighbours.STANDARD);
    }
    require("--k", "must be at least 1", k.stream().allMatch(each -> each >= 1), k);
    return new NearestNeighbours(k, NearestNeighbours.TEMPERATURE);
  }

  private TransformationPrediction prediction(RunConfig config) {
    TransformationPrediction standard = TransformationPrediction.standard(config.seed());
    int most = images == null ? TransformationPrediction.IMAGES : images;
    require("--images", "must be at least 2", most >= 2, most);
    return new TransformationPrediction(
        most, standard.regression(), standard.probe(), config.seed());
  }

  private VersionRetrieval retrieval(RunConfig config) {
    int most = images == null ? VersionRetrieval.IMAGES : images;
    require("--images", "must be at least 2", most >= 2, most);
    require(
        "--versions",
        "must be in [2, " + VersionRetrieval.MOST_VERSIONS + "]",
        versions >= 2 && versions <= VersionRetrieval.MOST_VERSIONS,
        versions);
    return new VersionRetrieval(most, versions, config.seed());
  }

  private static void require(String option, String rule, boolean holds, Object got) {
    if (!holds) {
      throw new ConfigurationException(Problem.of(option, rule, got));
    }
  }
}
