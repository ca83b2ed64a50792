package io.equivar.core.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.equivar.core.application.Equivar;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.detect.DetectionReport;
import io.equivar.core.detect.model.DetectorSettings;
import io.equivar.core.detect.voc.DetectionData;
import io.equivar.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar evaluate-detection}. */
@Command(
    name = "evaluate-detection",
    description =
        "Trains a small detector on the backbone of a run and measures its average precision.",
    mixinStandardHelpOptions = true)
final class EvaluateDetectionCommand implements Callable<Integer> {

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path run = Path.of("");

  @Option(
      names = "--data",
      required = true,
      paramLabel = "VOCDIR",
      description = "Folder with ImageSets/Main, Annotations and JPEGImages.")
  private Path data = Path.of("");

  @Option(
      names = "--train-set",
      defaultValue = "trainval",
      paramLabel = "SET",
      description = "Images to train on, by default ${DEFAULT-VALUE}.")
  private String trainSet = "trainval";

  @Option(
      names = "--test-set",
      defaultValue = "test",
      paramLabel = "SET",
      description = "Images to measure with, by default ${DEFAULT-VALUE}.")
  private String testSet = "test";

  @Option(
      names = "--image-size",
      defaultValue = "224",
      description =
          "Side of the squares that images are fitted into, in pixels, by default ${DEFAULT-VALUE}.")
  private int imageSize;

  @Option(
      names = "--stages",
      defaultValue = "3",
      description =
          "Stages of the backbone that the detector looks through: 3 or 4, by default"
              + " ${DEFAULT-VALUE}.")
  private int stages;

  @Option(
      names = "--epochs",
      defaultValue = "12",
      description = "Passes through the training images, by default ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--batch-size",
      defaultValue = "16",
      description = "Images of a step, by default ${DEFAULT-VALUE}.")
  private int batchSize;

  @Option(
      names = "--learning-rate",
      defaultValue = "0.001",
      description = "The highest, of AdamW, by default ${DEFAULT-VALUE}.")
  private double learningRate;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the detector, by default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--no-baseline", description = "Leaves out the untrained backbone.")
  private boolean noBaseline;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting of the run, such as training.threads=2.")
  private List<String> overrides = List.of();

  @Option(names = "--json", description = "Prints JSON instead of a table.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    DetectorSettings settings = new DetectorSettings(stages, epochs, batchSize, learningRate, seed);
    try (Equivar equivar = root.open()) {
      return evaluate(equivar, settings);
    }
  }

  private int evaluate(Equivar equivar, DetectorSettings settings) throws IOException {
    RunFolder folder = RunFolder.open(run);
    RunConfig config = equivar.configurations().readRecorded(folder.configuration(), overrides);
    Checkpoint checkpoint = folder.checkpoints().require(spec.commandLine().getErr()::println);
    try (DetectionData opened =
        DetectionData.open(
            data,
            trainSet,
            testSet,
            imageSize,
            root.cacheFolder().path(),
            spec.commandLine().getErr()::println)) {
      DetectionReport report =
          equivar
              .detection()
              .evaluate(
                  config,
                  checkpoint,
                  opened,
                  settings,
                  !noBaseline,
                  spec.commandLine().getErr()::println);
      String text =
          new ObjectMapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report)
              + System.lineSeparator();
      Files.writeString(folder.evaluation(DetectionReport.PROTOCOL), text);
      spec.commandLine().getOut().print(json ? text : report.table());
      spec.commandLine().getOut().flush();
      return 0;
    }
  }
}
