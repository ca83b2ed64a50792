package io.equivar.core.data.generated;

/** Random numbers that depend on a place alone: the same on every machine, in any order. */
final class Hash {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Hash() {}

  /** Mixes all bits of a number (the finaliser of SplitMix64; Steele et al. 2014). */
  static long mix(long value) {
    long mixed = value + GOLDEN;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Returns a number in [0, 1) for a cell of the plane. */
  static double cell(long key, long column, long row) {
    return (mix(key ^ mix(column * GOLDEN + row)) >>> 11) * 0x1.0p-53;
  }

  /** Returns a number in [0, 1) that changes smoothly between the cells. */
  static double smooth(long key, double x, double y) {
    double left = Math.floor(x);
    double top = Math.floor(y);
    double across = ease(x - left);
    double down = ease(y - top);
    long column = (long) left;
    long row = (long) top;
    double upper = blend(cell(key, column, row), cell(key, column + 1, row), across);
    double lower = blend(cell(key, column, row + 1), cell(key, column + 1, row + 1), across);
    return blend(upper, lower, down);
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double blend(double from, double to, double share) {
    return from + share * (to - from);
  }
}
