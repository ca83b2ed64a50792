package io.equivar.core.data.generated;

/** A simple polygon, to measure distances to. Immutable. */
final class Polygon {

  private final double[] xs;
  private final double[] ys;

  private Polygon(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  /** Takes {@code x, y, x, y...}, once around in either direction. */
  static Polygon of(double... coordinates) {
    int count = coordinates.length / 2;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = coordinates[2 * i];
      ys[i] = coordinates[2 * i + 1];
    }
    return new Polygon(xs, ys);
  }

  /** Puts the vertices at equal angles, starting at the top, at the given radii in turn. */
  static Polygon around(int count, double... radii) {
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      xs[i] = radii[i % radii.length] * StrictMath.sin(angle);
      ys[i] = -radii[i % radii.length] * StrictMath.cos(angle);
    }
    return new Polygon(xs, ys);
  }

  /**
   * Returns the distance of a point to the outline, negative inside. An edge changes the sign where
   * a ray from the point crosses it.
   */
  double distance(double x, double y) {
    double squared = Double.POSITIVE_INFINITY;
    boolean inside = false;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      double edgeX = xs[j] - xs[i];
      double edgeY = ys[j] - ys[i];
      double fromX = x - xs[i];
      double fromY = y - ys[i];
      double along = (fromX * edgeX + fromY * edgeY) / (edgeX * edgeX + edgeY * edgeY);
      double clamped = Math.max(0, Math.min(1, along));
      double gapX = fromX - edgeX * clamped;
      double gapY = fromY - edgeY * clamped;
      squared = Math.min(squared, gapX * gapX + gapY * gapY);
      boolean crosses = ys[i] > y != ys[j] > y;
      if (crosses && fromX < edgeX * fromY / edgeY) {
        inside = !inside;
      }
    }
    return inside ? -Math.sqrt(squared) : Math.sqrt(squared);
  }
}
