package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.BackboneConfig;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.data.DataOpener;
import io.equivar.core.data.DataSplits;
import io.equivar.core.evaluate.KnnReport;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.plugin.PluginCatalog;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole run: opens the data, trains, evaluates where there are labels, records everything. */
public final class Experiment {

  private final PluginCatalog plugins;
  private final RunConfigYaml configurations;
  private final DataOpener data;
  private final TrainingJob training;
  private final Evaluation evaluation;

  @Inject
  Experiment(
      PluginCatalog plugins,
      RunConfigYaml configurations,
      DataOpener data,
      TrainingJob training,
      Evaluation evaluation) {
    this.plugins = plugins;
    this.configurations = configurations;
    this.data = data;
    this.training = training;
    this.evaluation = evaluation;
  }

  /**
   * Runs a configuration.
   *
   * @param folder new and empty; holds the record afterwards
   * @param neighbours how to evaluate; empty for not at all
   * @throws ConfigurationException if another training uses the folder
   * @throws InterruptedException if the thread is interrupted; the state is saved
   */
  public RunSummary run(
      RunConfig config,
      RunFolder folder,
      TrainingListener listener,
      Optional<NearestNeighbours> neighbours)
      throws InterruptedException {
    return RunLock.holding(
        folder, () -> run(config, folder, Optional.empty(), listener, neighbours));
  }

  /**
   * Goes on with a run where its last complete checkpoint was made. What comes of it is, bit for
   * bit, what would have come of it without a break.
   *
   * @param folder of a run
   * @param neighbours how to evaluate; empty for not at all
   * @throws ConfigurationException if it has no checkpoint, its configuration cannot be read, or
   *     another training uses it
   * @throws InterruptedException if the thread is interrupted; the state is saved
   */
  public RunSummary resume(
      RunFolder folder, TrainingListener listener, Optional<NearestNeighbours> neighbours)
      throws InterruptedException {
    RunConfig config = configurations.read(folder.configuration(), List.of());
    return RunLock.holding(
        folder,
        () -> {
          PluginsRecord.changes(folder.plugins(), plugins).forEach(listener::noticed);
          Checkpoint from = folder.checkpoints().require(listener::noticed);
          requireTrained(config, folder, from);
          return run(config, folder, Optional.of(from), listener, neighbours);
        });
  }

  private static void requireTrained(RunConfig config, RunFolder folder, Checkpoint from) {
    if (from.position().step() == 0 && !Files.exists(folder.metrics())) {
      throw new ConfigurationException(
          new Problem(
              folder.path().toString(),
              "must have trained, to go on",
              "a run of imported weights",
              "Train from them with a configuration that names them as "
                  + StartingWeights.key(config.backbone())));
    }
  }

  /**
   * Makes a run of weights that were trained elsewhere, which the configuration names: it can be
   * evaluated, embedded with and exported. The data are not needed.
   *
   * @param folder new and empty; holds the record afterwards
   * @throws ConfigurationException if the configuration names no weights, or they cannot be used
   * @throws InterruptedException if the thread is interrupted
   */
  public void adopt(RunConfig config, RunFolder folder, TrainingListener listener)
      throws InterruptedException {
    if (config.backbone().weights().equals(BackboneConfig.RANDOM)) {
      throw new ConfigurationException(
          new Problem(
              StartingWeights.key(config.backbone()),
              "must be a file of weights",
              BackboneConfig.RANDOM,
              "Name one with --weights FILE"));
    }
    Map<String, float[]> weights = StartingWeights.read(config.backbone(), listener::noticed);
    RunLock.holding(
        folder,
        () -> {
          training.adopt(config, folder, weights);
          return folder;
        });
  }

  private RunSummary run(
      RunConfig config,
      RunFolder folder,
      Optional<Checkpoint> from,
      TrainingListener listener,
      Optional<NearestNeighbours> neighbours)
      throws InterruptedException {
    Map<String, float[]> given =
        from.isEmpty() ? StartingWeights.read(config.backbone(), listener::noticed) : Map.of();
    try (DataSplits splits = data.open(config.data(), listener::noticed)) {
      TrainingResult result =
          training.train(config, splits.training(), folder, from, given, listener);
      Optional<KnnReport> report =
          neighbours
              .filter(present -> !result.endedEarly() && Evaluation.hasLabels(splits))
              .map(
                  present ->
                      evaluation.nearestNeighbours(
                          config,
                          splits,
                          folder.checkpoints().require(listener::noticed),
                          present.atMost(splits.labelledTraining().orElseThrow().size())));
      RunSummary summary = RunSummary.of(config, plugins, splits.training().size(), result, report);
      summary.write(folder.summary());
      return summary;
    }
  }
}
