package io.equivar.core.data.generated;

/**
 * A texture that fills the plane.
 *
 * @param pattern how the two colours alternate
 * @param first one colour
 * @param second the other
 * @param cycles how often the pattern repeats along a side of the image
 * @param cosine of the angle by which the pattern is turned
 * @param sine of that angle
 * @param phase shifts the pattern; in [0, 1)
 * @param key what the random patterns depend on
 */
record Background(
    Pattern pattern,
    Color first,
    Color second,
    double cycles,
    double cosine,
    double sine,
    double phase,
    long key) {

  /** How the colours alternate. */
  enum Pattern {
    /** In soft parallel bands. */
    STRIPES,
    /** Like a chessboard. */
    CHECKS,
    /** In smooth random blobs. */
    CLOUDS
  }

  /** Returns the colour at a point; {@code x} and {@code y} run from 0 to 1 over the image. */
  Color at(double x, double y) {
    double u = cycles * (cosine * x + sine * y) + phase;
    double v = cycles * (cosine * y - sine * x) + phase;
    return first.mixed(second, share(u, v));
  }

  private double share(double u, double v) {
    return switch (pattern) {
      case STRIPES -> wave(u);
      case CHECKS -> Math.abs(step(u) - step(v));
      case CLOUDS -> 0.65 * Hash.smooth(key, u, v) + 0.35 * Hash.smooth(~key, 2.3 * u, 2.3 * v);
    };
  }

  /** A triangle wave of period 1 between 0 and 1. */
  private static double wave(double u) {
    return Math.abs(2 * (u - Math.floor(u)) - 1);
  }

  /** A square wave of period 1 between 0 and 1, with slopes that keep edges from flickering. */
  private static double step(double u) {
    return Math.max(0, Math.min(1, 6 * (wave(u) - 0.5) + 0.5));
  }
}
