package io.equivar.plugin.standard;

import java.util.List;
import java.util.random.RandomGenerator;

/** A closed range to draw from, written {@code [smallest, largest]} in a configuration. */
record Range(double min, double max) {

  /** The rule that {@link #ordered} checks. */
  static final String ORDER = "must be [smallest, largest]";

  static Range of(List<? extends Number> bounds) {
    return new Range(bounds.get(0).doubleValue(), bounds.get(1).doubleValue());
  }

  /** Tells whether two bounds are in order; how many there are is checked by the setting itself. */
  static boolean ordered(List<? extends Number> bounds) {
    return bounds.size() != 2 || bounds.get(0).doubleValue() <= bounds.get(1).doubleValue();
  }

  /** Draws uniformly; one number is drawn also where the range is a single value. */
  double sample(RandomGenerator random) {
    return clamp(min + (max - min) * random.nextDouble());
  }

  /** Draws a positive number whose logarithm is uniform: 1/2 is as likely as 2. */
  double sampleLogarithmic(RandomGenerator random) {
    double low = Math.log(min);
    return clamp(Math.exp(low + (Math.log(max) - low) * random.nextDouble()));
  }

  private double clamp(double value) {
    return Math.min(max, Math.max(min, value));
  }
}
