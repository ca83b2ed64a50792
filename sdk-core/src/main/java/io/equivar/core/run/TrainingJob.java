package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.backbone.ResNet;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.config.TrainingConfig;
import io.equivar.core.data.ImageSet;
import io.equivar.core.pipeline.HostSteps;
import io.equivar.core.pipeline.ParameterSampler;
import io.equivar.core.pipeline.Pipeline;
import io.equivar.core.pipeline.ViewGraph;
import io.equivar.core.report.EventFile;
import io.equivar.core.report.Metrics;
import io.equivar.core.report.MetricsLog;
import io.equivar.core.train.LearningRateSchedule;
import io.equivar.core.train.TrainingGraph;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Trains a network and records the run in its folder. */
public final class TrainingJob {

  private final Components components;
  private final RunConfigYaml configurations;

  @Inject
  TrainingJob(Components components, RunConfigYaml configurations) {
    this.components = components;
    this.configurations = configurations;
  }

  /**
   * Trains.
   *
   * @param images what to train on
   * @param folder where the configuration, metrics, events and the checkpoint go; nothing is
   *     written before all is ready to train
   * @return what came of it
   * @throws ConfigurationException if there are fewer images than a batch takes
   * @throws TrainingFailure if the loss stops being a number
   * @throws InterruptedException if the thread is interrupted
   */
  public TrainingResult train(
      RunConfig config, ImageSet images, RunFolder folder, TrainingListener listener)
      throws InterruptedException {
    TrainingConfig training = config.training();
    requireBatch(training.batchSize(), images.size());
    EpochOrder order = new EpochOrder(images.size(), training.batchSize(), config.seed());
    long steps = (long) order.batches() * training.epochs();
    Pipeline pipeline = components.pipeline(config, images.shape());
    ParameterSampler sampler = new ParameterSampler(pipeline, training.batchSize(), config.seed());
    try (TrainingRun run = open(config, pipeline);
        HostSteps hostSteps =
            HostSteps.of(pipeline, training.batchSize(), components.sessionOptions(config));
        BatchSource batches =
            new BatchSource(
                images, sampler, hostSteps, order, steps, training.effectiveDataThreads());
        MetricsLog log = startRecord(config, folder);
        EventFile events = new EventFile(folder.events())) {
      listener.started(steps);
      Loop loop = new Loop(config, order, steps, run, log, events, listener);
      TrainingResult result = loop.run(batches);
      new CheckpointFolder(folder.checkpoint())
          .save(run.session(), result.steps(), (int) (result.steps() / order.batches()));
      listener.finished(result);
      return result;
    }
  }

  private TrainingRun open(RunConfig config, Pipeline pipeline) {
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
            config.training().accumulateBatches());
    return new TrainingRun(graph, views.get(0), components.sessionOptions(config), config.seed());
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

  private MetricsLog startRecord(RunConfig config, RunFolder folder) {
    try {
      Files.createDirectories(folder.events());
      Files.writeString(folder.configuration(), configurations.write(config));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into the run folder " + folder.path(), e);
    }
    return new MetricsLog(folder.metrics());
  }

  /** The steps of a training, one after the other. */
  private record Loop(
      RunConfig config,
      EpochOrder order,
      long steps,
      TrainingRun run,
      MetricsLog log,
      EventFile events,
      TrainingListener listener) {

    TrainingResult run(BatchSource batches) throws InterruptedException {
      TrainingConfig training = config.training();
      LearningRateSchedule schedule =
          new LearningRateSchedule(
              training.optimizer().learningRate(),
              training.epochs(),
              training.schedule().warmUpEpochs());
      List<Metrics> logged = new ArrayList<>();
      long start = System.nanoTime();
      long groupStart = start;
      MetricsGroup group = new MetricsGroup();
      long made = 0;
      boolean cancelled = false;
      while (made < steps && !cancelled) {
        long step = made + 1;
        Batch batch = batches.next();
        double rate = schedule.rate(batch.epoch());
        // What has been added up when the training ends is used, too.
        boolean update = step % training.accumulateBatches() == 0 || step == steps;
        StepLosses losses = run.step(batch, rate, (double) (step - 1) / steps, update);
        requireFinite(losses, step);
        group.add(losses);
        listener.stepped(step, losses);
        made = step;
        cancelled = listener.isCancelled();
        if (step % training.logEverySteps() == 0 || step == steps || cancelled) {
          long now = System.nanoTime();
          Metrics metrics =
              group.mean(
                  step, batch.epoch() + 1, rate, order.batchSize(), (now - groupStart) / 1e9);
          log.write(metrics);
          events.write(step, metrics.byTag());
          listener.logged(metrics);
          logged.add(metrics);
          group = new MetricsGroup();
          groupStart = now;
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new TrainingResult(
          made,
          steps,
          seconds,
          (double) made * order.batchSize() / seconds,
          logged.get(0),
          logged.get(logged.size() - 1));
    }

    private static void requireFinite(StepLosses losses, long step) {
      if (!Double.isFinite(losses.total())) {
        throw new TrainingFailure(
            "the loss of step "
                + step
                + " must be a finite number, got "
                + losses.total()
                + " (terms "
                + losses.terms()
                + "). Lower training.optimizer.sgd.learning-rate, or add warm-up epochs");
      }
    }
  }
}
