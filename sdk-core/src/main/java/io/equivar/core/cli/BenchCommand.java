package io.equivar.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.application.Equivar;
import io.equivar.core.bench.BenchReport;
import io.equivar.core.bench.BenchSubject;
import io.equivar.core.bench.JpegFolder;
import io.equivar.core.bench.ResidentMemory;
import io.equivar.core.bench.StepProfile;
import io.equivar.core.bench.Timings;
import io.equivar.core.bench.Workload;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigBuilder;
import io.equivar.core.config.Step;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.files.Folders;
import io.equivar.core.graph.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.tensorflow.TensorFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code equivar bench}. */
@Command(
    name = "bench",
    description = "Measures how fast parts of a training are on this machine.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  /** Width of a transformation representation, as by default. */
  private static final int CODE_WIDTH = 128;

  private static final int FILES = 512;
  private static final int WARM_UPS = 3;

  /** Kinds of operations that a profile shows. */
  private static final int KINDS = 24;

  @ParentCommand private RootCommand root = new RootCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SUBJECT",
      description =
          "step: training steps; augment: both views of batches; data: batches of JPEG files from"
              + " the cache; hypernetwork: its predictions and gradients; embed: representations.")
  private BenchSubject subject = BenchSubject.STEP;

  @Option(
      names = "--objective",
      defaultValue = "stl",
      description = "step: an objective's name, by default ${DEFAULT-VALUE}.")
  private String objective = "stl";

  @Option(
      names = "--base",
      defaultValue = "simclr",
      description = "step: a base method's name, by default ${DEFAULT-VALUE}.")
  private String base = "simclr";

  @Option(
      names = "--augmix",
      description = "step, augment: with AugMix in the pipeline, shared by pairs.")
  private boolean augmix;

  @Option(
      names = "--backbone",
      defaultValue = "resnet-18",
      description = "The network's name, by default ${DEFAULT-VALUE}.")
  private String backbone = "resnet-18";

  @Option(names = "--batch-size", defaultValue = "64", description = "By default ${DEFAULT-VALUE}.")
  private int batchSize;

  @Option(
      names = "--image-size",
      defaultValue = "96",
      description = "Height and width, pixels; by default ${DEFAULT-VALUE}.")
  private int imageSize;

  @Option(
      names = "--precision",
      defaultValue = "fp32",
      description = "fp32 or bf16, by default ${DEFAULT-VALUE}.")
  private Precision precision = Precision.FP32;

  @Option(
      names = "--not-reproducible",
      description = "step: with training.reproducible false, which is faster in bf16.")
  private boolean notReproducible;

  @Option(
      names = "--steps",
      defaultValue = "8",
      description = "Timed runs of a repetition, by default ${DEFAULT-VALUE}.")
  private int steps;

  @Option(names = "--repetitions", defaultValue = "3", description = "By default ${DEFAULT-VALUE}.")
  private int repetitions;

  @Option(
      names = "--threads",
      defaultValue = "0",
      description = "Threads of TensorFlow, by default one per core.")
  private int threads;

  @Option(
      names = "--profile",
      description = "step: shows where the time goes, operation by operation, instead.")
  private boolean profile;

  @Option(names = "--json", description = "Prints JSON instead of text.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    require("--steps", steps);
    require("--repetitions", repetitions);
    if (profile && subject != BenchSubject.STEP) {
      throw new ConfigurationException(
          Problem.of("--profile", "is for bench step", subject.name().toLowerCase(Locale.ROOT)));
    }
    Path folder = Files.createTempDirectory("equivar-bench");
    try (Equivar equivar =
        Equivar.open(root.pluginsFolder(), new CacheFolder(folder.resolve("cache")))) {
      if (subject == BenchSubject.DATA) {
        JpegFolder.write(folder.resolve("files"), FILES, imageSize * 3 / 2);
      }
      RunConfig config = config(equivar, folder);
      if (profile) {
        StepProfile report = equivar.workloads().profile(config, WARM_UPS, steps);
        print(report, report.table(KINDS));
      } else {
        BenchReport report = measure(equivar, config);
        print(report, report.table());
      }
      return 0;
    } finally {
      Folders.delete(folder);
    }
  }

  private void print(Record report, String table) throws JsonProcessingException {
    spec.commandLine()
        .getOut()
        .print(
            json
                ? new ObjectMapper()
                        .writer(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(report)
                    + System.lineSeparator()
                : table);
    spec.commandLine().getOut().flush();
  }

  private static void require(String option, int value) {
    if (value < 1) {
      throw new ConfigurationException(Problem.of(option, "must be at least 1", value));
    }
  }

  private RunConfig config(Equivar equivar, Path folder) {
    RunConfigBuilder builder =
        equivar
            .configure()
            .backbone(backbone)
            .base(base)
            .objective(objective)
            .set("training.batch-size", batchSize)
            .set("training.epochs", 1_000_000)
            .set("training.threads", threads)
            .set("training.reproducible", !notReproducible)
            .set("training.precision", precision.name().toLowerCase(Locale.ROOT));
    if (subject == BenchSubject.DATA) {
      builder =
          builder.data(
              "folder",
              Map.of("path", folder.resolve("files").toString(), "image-size", imageSize));
    } else {
      builder =
          builder.data("generated", Map.of("train", batchSize, "test", 1, "image-size", imageSize));
    }
    return builder.pipeline(pipeline().toArray(Step[]::new)).build();
  }

  /** The pipeline of the paper's STL-10 setting. */
  private List<Step> pipeline() {
    List<Step> made =
        new ArrayList<>(
            List.of(
                Step.of("random-resized-crop", Map.of("area", List.of(0.2, 1.0))).sharedByPair(),
                Step.of(
                        "color-jitter",
                        Map.of("brightness", 0.4, "contrast", 0.4, "saturation", 0.4, "hue", 0.1))
                    .sharedByPair()
                    .withProbability(0.8),
                Step.of("grayscale").sharedByPair().withProbability(0.2)));
    if (augmix) {
      made.add(Step.of("augmix").sharedByPair());
    }
    made.add(Step.of("horizontal-flip").withProbability(0.5));
    made.add(
        Step.of("gaussian-blur", Map.of("kernel-size", 9, "sigma", List.of(0.1, 2.0)))
            .withProbability(0.5));
    made.add(Step.of("normalize"));
    return made;
  }

  private BenchReport measure(Equivar equivar, RunConfig config) throws InterruptedException {
    long start = System.nanoTime();
    try (Workload workload =
        switch (subject) {
          case STEP -> equivar.workloads().step(config);
          case AUGMENT -> equivar.workloads().augment(config);
          case DATA -> equivar.workloads().data(config);
          case HYPERNETWORK ->
              equivar
                  .workloads()
                  .hypernetwork(config, config.backbone().spec().representationWidth(), CODE_WIDTH);
          case EMBED -> equivar.workloads().embed(config);
        }) {
      double openSeconds = (System.nanoTime() - start) / 1e9;
      Timings timings = Timings.of(workload, WARM_UPS, repetitions, steps);
      OptionalLong memory = ResidentMemory.peakMebibytes();
      return new BenchReport(
          subject.name().toLowerCase(Locale.ROOT),
          workload.images() / timings.median(),
          timings.median(),
          timings.fastest(),
          timings.slowest(),
          repetitions,
          steps,
          batchSize,
          imageSize,
          config.objective().id(),
          precision.name().toLowerCase(Locale.ROOT),
          threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
          subject == BenchSubject.DATA ? FILES / openSeconds : null,
          memory.isPresent() ? memory.getAsLong() : null,
          String.join(", ", new Versions().getVersion()) + ", TensorFlow " + TensorFlow.version());
    }
  }
}
