package io.equivar.core.data.generated;

import java.util.Locale;

/**
 * What a generated image shows: its class. Every shape lies within the unit circle about the
 * origin, {@code y} pointing down.
 */
public enum ShapeKind {
  /** A disc. */
  CIRCLE,
  /** A disc with a hole. */
  RING,
  /** A disc from which another took a bite. */
  CRESCENT,
  /** A square. */
  SQUARE,
  /** An equilateral triangle. */
  TRIANGLE,
  /** A star of five points. */
  STAR,
  /** A plus sign. */
  CROSS,
  /** An arrow that points up. */
  ARROW;

  private static final Polygon SQUARE_OUTLINE = Polygon.around(4, 1);
  private static final Polygon TRIANGLE_OUTLINE = Polygon.around(3, 1);
  private static final Polygon STAR_OUTLINE = Polygon.around(10, 1, 0.42);
  private static final Polygon CROSS_OUTLINE =
      Polygon.of(
          -0.27, -0.9, 0.27, -0.9, 0.27, -0.27, 0.9, -0.27, 0.9, 0.27, 0.27, 0.27, 0.27, 0.9, -0.27,
          0.9, -0.27, 0.27, -0.9, 0.27, -0.9, -0.27, -0.27, -0.27);
  private static final Polygon ARROW_OUTLINE =
      Polygon.of(0, -0.95, 0.75, -0.1, 0.27, -0.1, 0.27, 0.9, -0.27, 0.9, -0.27, -0.1, -0.75, -0.1);

  /** Returns the name of the class: {@code circle}, {@code ring}... */
  public String className() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the distance of a point to the outline, negative inside. */
  double distance(double x, double y) {
    return switch (this) {
      case CIRCLE -> length(x, y) - 0.8;
      case RING -> Math.abs(length(x, y) - 0.68) - 0.2;
      case CRESCENT -> Math.max(length(x, y) - 0.9, 0.72 - length(x - 0.45, y));
      case SQUARE -> SQUARE_OUTLINE.distance(x, y);
      case TRIANGLE -> TRIANGLE_OUTLINE.distance(x, y);
      case STAR -> STAR_OUTLINE.distance(x, y);
      case CROSS -> CROSS_OUTLINE.distance(x, y);
      case ARROW -> ARROW_OUTLINE.distance(x, y);
    };
  }

  private static double length(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }
}
