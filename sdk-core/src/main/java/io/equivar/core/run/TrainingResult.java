package io.equivar.core.run;

import io.equivar.core.report.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * What came of a training.
 *
 * @param steps number of steps made
 * @param plannedSteps number of steps of the whole training: more than {@code steps} where it was
 *     ended early
 * @param seconds from the first step to the last
 * @param imagesPerSecond images, each of which has two views, per second
 * @param first the metrics of the first group of steps, if one was logged
 * @param last the metrics of the last group of steps, if one was logged
 */
public record TrainingResult(
    long steps,
    long plannedSteps,
    double seconds,
    double imagesPerSecond,
    @Nullable Metrics first,
    @Nullable Metrics last) {

  /** Returns whether the training was ended early. */
  public boolean endedEarly() {
    return steps < plannedSteps;
  }
}
