package io.equivar.tck;

/**
 * The values that images leave a transformation with.
 *
 * @param min the smallest
 * @param max the largest
 */
public record ValueRange(double min, double max) {

  /** Colours: [0, 1]. */
  public static final ValueRange COLORS = new ValueRange(0, 1);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public ValueRange {
    if (!(min <= max)) {
      throw new IllegalArgumentException(
          "a range must not be empty, got [" + min + ", " + max + "]");
    }
  }

  boolean holds(float value, double tolerance) {
    return value >= min - tolerance && value <= max + tolerance;
  }
}
