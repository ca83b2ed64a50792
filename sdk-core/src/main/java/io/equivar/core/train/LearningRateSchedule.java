package io.equivar.core.train;

/**
 * The learning rate of each epoch: a linear rise over the warm-up epochs, then half a cosine, as
 * stepped once per epoch (Loshchilov and Hutter 2017, without restarts).
 *
 * @param peak the highest rate, greater than 0
 * @param epochs number of epochs, at least 1
 * @param warmUpEpochs number of epochs that rise linearly to the peak, less than {@code epochs}
 */
public record LearningRateSchedule(double peak, int epochs, int warmUpEpochs) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public LearningRateSchedule {
    if (!(peak > 0) || epochs < 1 || warmUpEpochs < 0 || warmUpEpochs >= epochs) {
      throw new IllegalArgumentException(
          "a schedule needs a positive peak and fewer warm-up epochs than epochs, got peak "
              + peak
              + ", "
              + epochs
              + " epochs, "
              + warmUpEpochs
              + " warm-up epochs");
    }
  }

  /** Returns the rate throughout an epoch, counted from 0. */
  public double rate(int epoch) {
    if (epoch < warmUpEpochs) {
      return peak * (epoch + 1) / warmUpEpochs;
    }
    double progress = (double) (epoch - warmUpEpochs) / (epochs - warmUpEpochs);
    return peak * (1 + Math.cos(Math.PI * progress)) / 2;
  }
}
