package io.equivar.plugin.augmix;

import java.util.random.RandomGenerator;

/** How strongly operations are applied: draws the magnitudes that {@link Operation} describes. */
interface Strengths {

  /** Draws a magnitude. */
  double draw(Operation operation, RandomGenerator random);

  /** Returns the range that every drawn magnitude lies in. */
  Span span(Operation operation);

  /**
   * Returns the threshold in [0, 1] that inverts the bytes from {@code level} on. It lies half-way
   * between two bytes, so that no rounding of {@code u / 255} matters.
   */
  static double threshold(double level) {
    return Math.max(0, (Math.ceil(level) - 0.5) / 255);
  }

  /** Returns whole pixels, rounded towards zero, as a part of the image. */
  static double wholePixels(double pixels, int size) {
    return (double) (int) pixels / size;
  }
}
