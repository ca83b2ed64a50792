package io.equivar.api.learning;

import io.equivar.api.Spi;

/**
 * How fast the {@linkplain io.equivar.api.graph.Variable#averaged() moving averages} follow the
 * weights: {@code a <- m a + (1 - m) w} after every step.
 */
@Spi(Spi.Role.PLUGIN)
@FunctionalInterface
public interface AveragingSchedule {

  /**
   * Returns the momentum {@code m} of a step, in [0, 1].
   *
   * @param progress how much of the training is done, in [0, 1)
   */
  double momentum(double progress);

  /** Makes a schedule that stays at {@code momentum}, as MoCo's. */
  static AveragingSchedule constant(double momentum) {
    return progress -> momentum;
  }

  /**
   * Makes a schedule that rises from {@code start} to 1 along half a cosine, as BYOL's: {@code 1 -
   * (1 - start) (cos(pi progress) + 1) / 2} (Grill et al. 2020, section 3.3).
   */
  static AveragingSchedule cosine(double start) {
    return progress -> 1 - (1 - start) * (Math.cos(Math.PI * progress) + 1) / 2;
  }
}
