package io.equivar.core.run;

import io.equivar.core.report.Metrics;

/** Is told how a training goes on, on the thread that trains. */
public interface TrainingListener {

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

  /** The training has ended, and all is saved. */
  default void finished() {}
}
