package io.equivar.api.graph;

import io.equivar.api.Spi;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Makes a variable's initial value on the host. The random generator depends on the run's seed and
 * the variable's name alone, so a variable starts alike whatever else the graph holds.
 */
@Spi(Spi.Role.PLUGIN)
@FunctionalInterface
public interface Initializer {

  /**
   * Fills the value.
   *
   * @param values all elements, row-major, to be set
   */
  void fill(RandomGenerator random, float[] values);

  /** Sets every element to {@code value}. */
  static Initializer constant(float value) {
    return (random, values) -> Arrays.fill(values, value);
  }

  /** Draws every element uniformly from {@code [-bound, bound)}. */
  static Initializer uniform(double bound) {
    return (random, values) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (bound * (2 * random.nextDouble() - 1));
      }
    };
  }

  /** Draws every element from the normal distribution with mean 0. */
  static Initializer normal(double standardDeviation) {
    return (random, values) -> {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (standardDeviation * random.nextGaussian());
      }
    };
  }
}
