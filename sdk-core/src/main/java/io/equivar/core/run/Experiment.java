package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.data.DataOpener;
import io.equivar.core.data.DataSplits;
import io.equivar.core.evaluate.KnnReport;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.plugin.PluginCatalog;
import jakarta.inject.Inject;
import java.util.List;
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
          return run(config, folder, Optional.of(from), listener, neighbours);
        });
  }

  private RunSummary run(
      RunConfig config,
      RunFolder folder,
      Optional<Checkpoint> from,
      TrainingListener listener,
      Optional<NearestNeighbours> neighbours)
      throws InterruptedException {
    try (DataSplits splits = data.open(config.data(), listener::noticed)) {
      TrainingResult result = training.train(config, splits.training(), folder, from, listener);
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
