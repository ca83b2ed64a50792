package io.equivar.core.run;

import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.data.DataOpener;
import io.equivar.core.data.DataSplits;
import io.equivar.core.evaluate.Accuracy;
import io.equivar.core.evaluate.DemonstrationReport;
import io.equivar.core.evaluate.EvaluationReport;
import io.equivar.core.evaluate.LinearProbe;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.evaluate.RidgeRegression;
import io.equivar.core.files.WholeFile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Trains with the base method alone and with STL under the same small budget, on images that are
 * drawn, and shows side by side what their representations keep.
 */
public final class Demonstration {

  private static final String CONFIGURATION = "demonstration.yaml";

  /** What is trained, by the names of the table's columns. */
  private static final List<Contender> CONTENDERS =
      List.of(
          new Contender("SimCLR", "invariant", List.of("objective=invariant")),
          new Contender("STL", "stl", List.of()));

  private final RunConfigYaml configurations;
  private final Experiment experiment;
  private final Evaluation evaluation;
  private final DataOpener data;
  private final Reports reports;

  @Inject
  Demonstration(
      RunConfigYaml configurations,
      Experiment experiment,
      Evaluation evaluation,
      DataOpener data,
      Reports reports) {
    this.configurations = configurations;
    this.experiment = experiment;
    this.evaluation = evaluation;
    this.data = data;
    this.reports = reports;
  }

  /** Trained with the configuration, but for some settings. */
  private record Contender(String name, String folder, List<String> overrides) {}

  /**
   * What came of it.
   *
   * @param report the table
   * @param runs the folders of all runs
   */
  public record Outcome(DemonstrationReport report, List<RunFolder> runs) {}

  /**
   * Trains and measures everything. Each run has a folder with its report; a page compares them.
   *
   * @param folder new or empty
   * @param seeds number of seeds, 1, 2...
   * @param overrides of the configuration's settings, alike for all runs
   * @param listeners makes what is told about a run, which may end it
   * @throws io.equivar.api.config.ConfigurationException if an override or the folder is wrong
   * @throws InterruptedException if the thread is interrupted, or a listener ended a run
   */
  public Outcome run(
      Path folder,
      int seeds,
      List<String> overrides,
      Function<? super RunConfig, ? extends TrainingListener> listeners)
      throws InterruptedException {
    RunFolder.create(folder);
    List<List<DemonstrationReport.Measured>> measured = new ArrayList<>();
    Optional<LinearProbe.Outcome> pixels = Optional.empty();
    List<RunFolder> runs = new ArrayList<>();
    for (Contender contender : CONTENDERS) {
      List<DemonstrationReport.Measured> ofSeeds = new ArrayList<>();
      for (int seed = 1; seed <= seeds; seed++) {
        RunConfig config = config(contender, seed, overrides);
        RunFolder run = RunFolder.create(folder.resolve(contender.folder() + "-seed-" + seed));
        DemonstrationReport.Measured one = train(config, run, listeners.apply(config), pixels);
        // The images are the same for all seeds of the training.
        pixels = Optional.of(one.linear().pixels());
        ofSeeds.add(one);
        runs.add(run);
      }
      measured.add(ofSeeds);
    }
    ComparisonPages.of(new RunComparison(runs.stream().map(RecordedRun::read).toList()))
        .write(comparison(folder));
    List<String> names = CONTENDERS.stream().map(Contender::name).toList();
    return new Outcome(DemonstrationReport.of(names, measured), runs);
  }

  /** Returns the page that compares the runs of a demonstration's folder. */
  public static Path comparison(Path folder) {
    return folder.resolve("compare.html");
  }

  private RunConfig config(Contender contender, int seed, List<String> overrides) {
    List<String> all = new ArrayList<>();
    all.add("seed=" + seed);
    all.addAll(contender.overrides());
    all.addAll(overrides);
    return configurations.parse(text(), CONFIGURATION, all);
  }

  private DemonstrationReport.Measured train(
      RunConfig config,
      RunFolder run,
      TrainingListener listener,
      Optional<LinearProbe.Outcome> pixels)
      throws InterruptedException {
    RunSummary summary = experiment.run(config, run, listener, Optional.empty());
    if (summary.training().endedEarly()) {
      throw new InterruptedException(
          "the demonstration was stopped; go on with: equivar train --resume " + run.path());
    }
    Checkpoint checkpoint = run.checkpoints().require(listener::noticed);
    DemonstrationReport.Measured measured;
    try (DataSplits splits = data.open(config.data(), listener::noticed)) {
      int references = splits.labelledTraining().orElseThrow().size();
      measured =
          new DemonstrationReport.Measured(
              record(
                  run,
                  evaluation.linear(
                      config,
                      splits,
                      checkpoint,
                      LinearProbe.standard(Accuracy.TOP_1, config.seed()),
                      pixels)),
              record(
                  run,
                  evaluation.nearestNeighbours(
                      config, splits, checkpoint, NearestNeighbours.DEFAULT.atMost(references))),
              record(
                  run,
                  evaluation.factors(
                      config, splits, checkpoint, RidgeRegression.standard(config.seed()))));
    }
    reports.page(run, List.of(), listener::noticed).write(run.report());
    return measured;
  }

  private static <T extends EvaluationReport> T record(RunFolder run, T report) {
    try {
      WholeFile.write(run.evaluation(report.protocol()), report.json());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into the run folder " + run.path(), e);
    }
    return report;
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(Demonstration.class.getResourceAsStream(CONFIGURATION))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
