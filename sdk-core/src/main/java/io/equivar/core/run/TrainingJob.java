package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.backbone.ResNet;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.checkpoint.Position;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.config.TrainingConfig;
import io.equivar.core.data.ImageSet;
import io.equivar.core.files.WholeFile;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.ViewGraph;
import io.equivar.core.plugin.PluginCatalog;
import io.equivar.core.report.EventFile;
import io.equivar.core.report.LossSums;
import io.equivar.core.report.MetricsLog;
import io.equivar.core.train.TrainingGraph;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains a network and records the run in its folder. */
public final class TrainingJob {

  private static final Position START = Position.of(0, 0, 0, Double.NaN, LossSums.NONE);

  private final Components components;
  private final RunConfigYaml configurations;
  private final PluginCatalog plugins;

  @Inject
  TrainingJob(Components components, RunConfigYaml configurations, PluginCatalog plugins) {
    this.components = components;
    this.plugins = plugins;
    this.configurations = configurations;
  }

  /**
   * Trains.
   *
   * @param images what to train on
   * @param folder where the configuration, metrics, events and checkpoints go; nothing is written
   *     before all is ready to train
   * @param from where to go on; empty to start anew
   * @param given initial values by the name of the variable; all others depend on the seed
   * @return what came of it
   * @throws ConfigurationException if there are fewer images than a batch takes
   * @throws TrainingFailure if the loss stops being a number
   * @throws InterruptedException if the thread is interrupted; the state is saved
   */
  public TrainingResult train(
      RunConfig config,
      ImageSet images,
      RunFolder folder,
      Optional<Checkpoint> from,
      Map<String, float[]> given,
      TrainingListener listener)
      throws InterruptedException {
    TrainingConfig training = config.training();
    requireBatch(training.batchSize(), images.size());
    EpochOrder order = new EpochOrder(images.size(), training.batchSize(), config.seed());
    long steps = (long) order.batches() * training.epochs();
    Position start = from.map(Checkpoint::position).orElse(START);
    Pipeline pipeline = components.pipeline(config, images.shape());
    ParameterSampler sampler = new ParameterSampler(pipeline, training.batchSize(), config.seed());
    try (TrainingRun run = open(config, pipeline, given);
        HostSteps hostSteps =
            HostSteps.of(pipeline, training.batchSize(), components.sessionOptions(config))) {
      from.ifPresent(checkpoint -> checkpoint.restore(run.session()));
      String configuration = configurations.write(config);
      startRecord(configuration, folder);
      if (from.isEmpty()) {
        PluginsRecord.write(folder.plugins(), plugins);
      }
      try (BatchSource batches =
              new BatchSource(
                  images,
                  sampler,
                  hostSteps,
                  order,
                  start.step(),
                  steps,
                  training.effectiveDataThreads());
          MetricsLog log = MetricsLog.open(folder.metrics(), start.step());
          EventFile events = new EventFile(folder.events())) {
        listener.started(steps);
        TrainingResult result =
            new TrainingLoop(
                    config,
                    configuration,
                    order,
                    steps,
                    start,
                    run,
                    folder.checkpoints(),
                    log,
                    events,
                    listener)
                .run(batches);
        listener.finished(result);
        return result;
      }
    }
  }

  /**
   * Records a run of a backbone that was trained elsewhere: its only checkpoint holds the backbone
   * and nothing to train it with. The data are not needed.
   *
   * @param folder as for training
   * @param given the values of its variables, by name
   */
  public void adopt(RunConfig config, RunFolder folder, Map<String, float[]> given) {
    components.pipeline(config, config.data().imageShape());
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      ResNet.make(graph.context().scope(TrainingGraph.BACKBONE), config.backbone().spec());
      try (GraphSession session = new GraphSession(graph, components.sessionOptions(config))) {
        session.initialize(config.seed(), given);
        String configuration = configurations.write(config);
        startRecord(configuration, folder);
        PluginsRecord.write(folder.plugins(), plugins);
        folder.checkpoints().save(session, START, configuration, 1);
      }
    }
  }

  /**
   * Opens the graph and its session, with all variables as they are at the start.
   *
   * @param given values that some variables start from, by name
   */
  TrainingRun open(RunConfig config, Pipeline pipeline, Map<String, float[]> given) {
    List<ViewGraph> views = new ArrayList<>();
    TrainingGraph graph =
        TrainingGraph.build(
            g -> {
              ViewGraph made = ViewGraph.build(g, pipeline, config.training().batchSize());
              views.add(made);
              return made;
            },
            g -> ResNet.make(g, config.backbone().spec()),
            components.objective(config, pipeline.outputShape()),
            components.base(config, pipeline.outputShape()),
            components.optimizer(config),
            config.training().accumulateBatches(),
            config.training().convolutions());
    return new TrainingRun(
        graph, views.get(0), components.sessionOptions(config), config.seed(), given);
  }

  private static void requireBatch(int batchSize, int images) {
    if (batchSize > images) {
      throw new ConfigurationException(
          new Problem(
              "training.batch-size",
              "must be at most the number of training images (" + images + ")",
              Integer.toString(batchSize),
              ""));
    }
  }

  private static void startRecord(String configuration, RunFolder folder) {
    try {
      Files.createDirectories(folder.events());
      WholeFile.write(folder.configuration(), configuration);
    } catch (IOException e) {
      throw RunFolder.unwritable(folder.path(), e);
    }
  }
}
