package io.equivar.core.data.generated;

import java.util.SplittableRandom;

/**
 * What colours the shapes have: hue and saturation are uniform.
 *
 * @param hue smallest, in turns
 * @param hueWidth from there to the largest, in turns
 * @param saturation smallest, in [0, 1]
 * @param saturationWidth from there to the largest
 */
public record ShapeColors(double hue, double hueWidth, double saturation, double saturationWidth) {

  /** All hues, rather pale. */
  public static final ShapeColors DEFAULT = between(0, 1, 0.25, 0.6);

  /** Returns the colours between the given hues, in turns, and saturations. */
  public static ShapeColors between(
      double leastHue, double mostHue, double leastSaturation, double mostSaturation) {
    return new ShapeColors(
        leastHue, mostHue - leastHue, leastSaturation, mostSaturation - leastSaturation);
  }

  double randomHue(SplittableRandom random) {
    return hue + hueWidth * random.nextDouble();
  }

  double randomSaturation(SplittableRandom random) {
    return saturation + saturationWidth * random.nextDouble();
  }
}
