package io.equivar.core.checkpoint;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.equivar.core.report.LossSums;

/**
 * How far a training was.
 *
 * @param format version of the layout of a checkpoint
 * @param step number of steps made
 * @param epoch number of epochs completed
 * @param seconds that the steps took
 * @param loss mean of the loss since the checkpoint before, by which the best one is known
 * @param group the losses of the steps that are in no line of the metrics yet
 */
@JsonPropertyOrder({"format", "step", "epoch", "seconds", "loss", "group"})
public record Position(
    int format, long step, int epoch, double seconds, double loss, LossSums group) {

  /** The version of the layout that is written. */
  public static final int FORMAT = 2;

  /**
   * Checks what may have been read from a file.
   *
   * @throws IllegalArgumentException if a number is negative, or there is no group
   */
  public Position {
    if (step < 0 || epoch < 0 || !(seconds >= 0) || group == null || group.steps() < 0) {
      throw new IllegalArgumentException("a position must not be negative, nor lack its group");
    }
  }

  /** Makes a position in the current layout. */
  public static Position of(long step, int epoch, double seconds, double loss, LossSums group) {
    return new Position(FORMAT, step, epoch, seconds, loss, group);
  }
}
