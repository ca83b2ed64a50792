package io.equivar.core.run;

import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataOpener;
import io.equivar.core.data.DataSplits;
import io.equivar.core.evaluate.KnnReport;
import io.equivar.core.evaluate.NearestNeighbours;
import io.equivar.core.plugin.PluginCatalog;
import jakarta.inject.Inject;
import java.util.Optional;

/** A whole run: opens the data, trains, evaluates where there are labels, records everything. */
public final class Experiment {

  private final PluginCatalog plugins;
  private final DataOpener data;
  private final TrainingJob training;
  private final Evaluation evaluation;

  @Inject
  Experiment(PluginCatalog plugins, DataOpener data, TrainingJob training, Evaluation evaluation) {
    this.plugins = plugins;
    this.data = data;
    this.training = training;
    this.evaluation = evaluation;
  }

  /**
   * Runs a configuration.
   *
   * @param folder new and empty; holds the record afterwards
   * @param neighbours how to evaluate; empty for not at all
   * @throws InterruptedException if the thread is interrupted
   */
  public RunSummary run(
      RunConfig config,
      RunFolder folder,
      TrainingListener listener,
      Optional<NearestNeighbours> neighbours)
      throws InterruptedException {
    try (DataSplits splits = data.open(config.data(), listener::noticed)) {
      TrainingResult result = training.train(config, splits.training(), folder, listener);
      Optional<KnnReport> report =
          neighbours
              .filter(present -> Evaluation.hasLabels(splits))
              .map(
                  present ->
                      evaluation.nearestNeighbours(
                          config,
                          splits,
                          new CheckpointFolder(folder.checkpoint()).variables(),
                          present));
      RunSummary summary = RunSummary.of(config, plugins, splits.training().size(), result, report);
      summary.write(folder.summary());
      return summary;
    }
  }
}
