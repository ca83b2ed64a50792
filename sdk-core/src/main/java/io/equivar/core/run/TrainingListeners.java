package io.equivar.core.run;

import io.equivar.core.report.Metrics;
import java.util.List;

/**
 * Several listeners as one: all are told, in their order, and any of them ends the training.
 *
 * @param all the listeners
 */
record TrainingListeners(List<TrainingListener> all) implements TrainingListener {

  TrainingListeners {
    all = List.copyOf(all);
  }

  @Override
  public void noticed(String notice) {
    all.forEach(listener -> listener.noticed(notice));
  }

  @Override
  public void started(long steps) {
    all.forEach(listener -> listener.started(steps));
  }

  @Override
  public void stepped(long step, StepLosses losses) {
    all.forEach(listener -> listener.stepped(step, losses));
  }

  @Override
  public void logged(Metrics metrics) {
    all.forEach(listener -> listener.logged(metrics));
  }

  @Override
  public boolean isCancelled() {
    return all.stream().anyMatch(TrainingListener::isCancelled);
  }

  @Override
  public void finished(TrainingResult result) {
    all.forEach(listener -> listener.finished(result));
  }
}
