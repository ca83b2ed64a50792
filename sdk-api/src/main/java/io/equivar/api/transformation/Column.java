package io.equivar.api.transformation;

import io.equivar.api.Spi;

/**
 * One named parameter of a transformation.
 *
 * @param name in kebab case, unique within the transformation
 * @param kind which values it takes
 * @param min the smallest value
 * @param max the largest value
 * @param unit such as {@code degrees} or {@code of the image's width}; empty for a plain number
 */
@Spi(Spi.Role.VALUE)
public record Column(String name, Kind kind, double min, double max, String unit) {

  /** Which values a parameter takes. */
  @Spi(Spi.Role.VALUE)
  public enum Kind {
    /** Any number in the range. */
    CONTINUOUS,
    /** Whole numbers in the range that stand for alternatives, without an order among them. */
    CATEGORICAL,
    /** 0 or 1. */
    FLAG
  }

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the name is malformed, or the range is empty or not finite
   */
  public Column {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("a column's name is in kebab case, got '" + name + "'");
    }
    if (!(min <= max) || !Double.isFinite(min) || !Double.isFinite(max)) {
      throw new IllegalArgumentException(
          "column " + name + " needs a finite range, got [" + min + ", " + max + "]");
    }
  }

  /** Makes a column of any numbers in {@code [min, max]}. */
  public static Column continuous(String name, double min, double max, String unit) {
    return new Column(name, Kind.CONTINUOUS, min, max, unit);
  }

  /** Makes a column of the whole numbers {@code 0} to {@code count - 1}. */
  public static Column categorical(String name, int count) {
    return new Column(name, Kind.CATEGORICAL, 0, count - 1, "");
  }

  /** Makes a column of 0 and 1. */
  public static Column flag(String name) {
    return new Column(name, Kind.FLAG, 0, 1, "");
  }

  /**
   * Tells whether the column takes {@code value}. Whole numbers are asked for where they must be.
   */
  public boolean accepts(double value) {
    return value >= min && value <= max && (kind == Kind.CONTINUOUS || value == Math.rint(value));
  }
}
