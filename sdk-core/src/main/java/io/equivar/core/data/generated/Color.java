package io.equivar.core.data.generated;

/**
 * A colour; components in [0, 1].
 *
 * @param red how much red
 * @param green how much green
 * @param blue how much blue
 */
record Color(double red, double green, double blue) {

  /** Converts hue (in turns, red at 0), saturation and value, each in [0, 1]. */
  static Color ofHsv(double hue, double saturation, double value) {
    return new Color(
        value * (1 - saturation * (1 - ramp(hue))),
        value * (1 - saturation * (1 - ramp(hue + 2.0 / 3))),
        value * (1 - saturation * (1 - ramp(hue + 1.0 / 3))));
  }

  /** Returns this colour mixed with {@code share} of the other. */
  Color mixed(Color other, double share) {
    return new Color(
        red + share * (other.red - red),
        green + share * (other.green - green),
        blue + share * (other.blue - blue));
  }

  /** Is 1 within a sixth of a turn around 0, 0 within a sixth around the half turn. */
  private static double ramp(double turns) {
    double fraction = turns - Math.floor(turns);
    return Math.max(0, Math.min(1, Math.abs(6 * fraction - 3) - 1));
  }
}
