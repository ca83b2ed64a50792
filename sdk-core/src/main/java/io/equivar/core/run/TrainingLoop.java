package io.equivar.core.run;

import io.equivar.core.checkpoint.Checkpoints;
import io.equivar.core.checkpoint.Position;
import io.equivar.core.config.CheckpointConfig;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.TrainingConfig;
import io.equivar.core.report.EventFile;
import io.equivar.core.report.LossSums;
import io.equivar.core.report.Metrics;
import io.equivar.core.report.MetricsLog;
import io.equivar.core.train.LearningRateSchedule;
import java.util.Optional;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * The steps of a training, one after the other, with what is logged and saved in between. Whatever
 * ends it between two steps, the state is saved first; what fails in the middle of a step leaves
 * the last checkpoint as it is.
 */
final class TrainingLoop {

  private final RunConfig config;
  private final String configuration;
  private final EpochOrder order;
  private final long steps;
  private final TrainingRun run;
  private final Checkpoints checkpoints;
  private final MetricsLog log;
  private final EventFile events;
  private final TrainingListener listener;
  private final LearningRateSchedule schedule;
  private final double secondsBefore;
  private final long start = System.nanoTime();

  private long made;
  private long saved;
  private long savedAt = start;
  private LossSums group;
  private LossSums sinceSaved = LossSums.NONE;
  private long groupStart = start;
  private long waited;
  private long groupStartStep;

  /**
   * Makes a loop that goes on from a position.
   *
   * @param configuration as YAML
   * @param steps number of steps of the whole training
   * @param from how far the training was; step 0 for a new one
   */
  TrainingLoop(
      RunConfig config,
      String configuration,
      EpochOrder order,
      long steps,
      Position from,
      TrainingRun run,
      Checkpoints checkpoints,
      MetricsLog log,
      EventFile events,
      TrainingListener listener) {
    this.config = config;
    this.configuration = configuration;
    this.order = order;
    this.steps = steps;
    this.run = run;
    this.checkpoints = checkpoints;
    this.log = log;
    this.events = events;
    this.listener = listener;
    this.schedule =
        new LearningRateSchedule(
            config.training().optimizer().learningRate(),
            config.training().epochs(),
            config.training().schedule().warmUpEpochs());
    this.made = from.step();
    this.saved = from.step();
    this.secondsBefore = from.seconds();
    this.group = from.group();
    this.groupStartStep = from.step();
  }

  TrainingResult run(BatchSource batches) throws InterruptedException {
    boolean betweenSteps = true;
    try {
      boolean cancelled = false;
      while (made < steps && !cancelled) {
        Batch batch = await(batches);
        betweenSteps = false;
        StepLosses losses = step(batch);
        betweenSteps = true;
        made++;
        listener.stepped(made, losses);
        cancelled = listener.isCancelled();
        account(batch, losses, cancelled);
        if (isCheckpointDue()) {
          save();
        }
      }
      if (saved < made || made == 0) {
        save();
      }
    } catch (InterruptedException | RuntimeException | Error e) {
      if (betweenSteps && saved < made && !(e instanceof TrainingFailure)) {
        saveBeforeFailing(e);
      }
      StepProblem problem = new StepProblem(made + 1, saved);
      Optional<TrainingFailure> memory = problem.outOfMemory(e);
      if (memory.isPresent()) {
        throw memory.get();
      }
      if (e instanceof TensorFlowException thrown) {
        throw problem.failed(thrown);
      }
      throw e;
    }
    return result();
  }

  private Batch await(BatchSource batches) throws InterruptedException {
    long asked = System.nanoTime();
    Batch batch = batches.next();
    waited += System.nanoTime() - asked;
    return batch;
  }

  private StepLosses step(Batch batch) {
    long step = made + 1;
    // What has been added up when the training ends is used, too.
    boolean update = step % config.training().accumulateBatches() == 0 || step == steps;
    StepLosses losses =
        run.step(batch, schedule.rate(batch.epoch()), (double) made / steps, update);
    if (!Double.isFinite(losses.total())) {
      throw new StepProblem(step, saved).notFinite(losses);
    }
    return losses;
  }

  private void account(Batch batch, StepLosses losses, boolean last) {
    group = group.plus(losses.total(), losses.terms());
    sinceSaved = sinceSaved.plus(losses.total(), losses.terms());
    TrainingConfig training = config.training();
    if (made % training.logEverySteps() != 0 && made != steps && !last) {
      return;
    }
    long now = System.nanoTime();
    Metrics metrics =
        group.means(
            made,
            batch.epoch() + 1,
            schedule.rate(batch.epoch()),
            (made - groupStartStep) * order.batchSize() / ((now - groupStart) / 1e9),
            (double) waited / (now - groupStart));
    // An early end must not change the lines of a training that goes on later.
    if (!last || made % training.logEverySteps() == 0 || made == steps) {
      log.write(metrics);
      events.write(made, metrics.byTag());
      group = LossSums.NONE;
    }
    listener.logged(metrics);
    groupStart = now;
    waited = 0;
    groupStartStep = made;
  }

  private boolean isCheckpointDue() {
    CheckpointConfig when = config.training().checkpoints();
    boolean bySteps = when.everySteps() > 0 && made % when.everySteps() == 0;
    boolean byTime =
        when.everyMinutes() > 0 && (System.nanoTime() - savedAt) / 60e9 >= when.everyMinutes();
    return bySteps || byTime;
  }

  private void save() {
    new StepProblem(made, saved).requireFinite(run.session());
    Position position =
        Position.of(made, (int) (made / order.batches()), seconds(), sinceSaved.mean(), group);
    checkpoints.save(
        run.session(), position, configuration, config.training().checkpoints().keep());
    saved = made;
    savedAt = System.nanoTime();
    sinceSaved = LossSums.NONE;
  }

  private void saveBeforeFailing(Throwable failure) {
    try {
      save();
      listener.noticed("the state of step " + made + " is saved");
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
      listener.noticed("the state of step " + made + " is lost: " + e.getMessage());
    }
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
  }

  private TrainingResult result() {
    return new TrainingResult(
        made,
        steps,
        seconds(),
        (double) made * order.batchSize() / seconds(),
        log.first(),
        log.last());
  }
}
