package io.equivar.core.run;

import io.equivar.core.report.Metrics;
import java.util.List;

/**
 * Is told how a training goes on, and may end it. All methods are called on the thread that trains,
 * which waits for them; an exception of theirs ends the training.
 */
public interface TrainingListener {

  /** Returns several listeners as one: all are told, in their order; any ends the training. */
  static TrainingListener all(TrainingListener... listeners) {
    return new TrainingListeners(List.of(listeners));
  }

  /**
   * There is something about the data that the user should know: files that were left out, a cache
   * that had to be made anew.
   *
   * @param notice a line
   */
  default void noticed(String notice) {}

  /**
   * The first step is about to be made.
   *
   * @param steps number of steps of the whole training
   */
  default void started(long steps) {}

  /**
   * A step has been made.
   *
   * @param step number of steps made so far
   */
  default void stepped(long step, StepLosses losses) {}

  /** A group of steps has been logged. */
  default void logged(Metrics metrics) {}

  /**
   * Is asked after every step whether the training is to end early. What has been trained until
   * then is saved, and returned, as at the end.
   */
  default boolean isCancelled() {
    return false;
  }

  /** The training has ended, early or not, and all is saved. */
  default void finished(TrainingResult result) {}
}
