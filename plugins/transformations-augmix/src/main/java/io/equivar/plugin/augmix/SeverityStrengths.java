package io.equivar.plugin.augmix;

import io.equivar.api.graph.ImageShape;
import java.util.random.RandomGenerator;

/**
 * The strengths of AugMix (Hendrycks et al. 2020, file {@code augmentations.py} of the authors'
 * code): a level {@code l}, uniform in {@code [0.1, severity]}, and
 *
 * <ul>
 *   <li>posterize to {@code 4 - int(4 l / 10)} bits;
 *   <li>rotate by {@code int(30 l / 10)} degrees to either side;
 *   <li>solarize from {@code 256 - int(256 l / 10)} on;
 *   <li>shear by {@code 0.3 l / 10} to either side;
 *   <li>translate by {@code int(size / 3 l / 10)} pixels to either side;
 *   <li>colour, contrast, brightness and sharpness by the factor {@code 1.8 l / 10 + 0.1}.
 * </ul>
 */
record SeverityStrengths(double severity, ImageShape image) implements Strengths {

  /** The smallest level, and the smallest severity. */
  static final double LOWEST = 0.1;

  @Override
  public double draw(Operation operation, RandomGenerator random) {
    double level = LOWEST + (severity - LOWEST) * random.nextDouble();
    double magnitude = magnitude(operation, level);
    // 0 - m, not -m: nothing is nothing on either side.
    return isSigned(operation) && random.nextBoolean() ? 0 - magnitude : magnitude;
  }

  @Override
  public Span span(Operation operation) {
    double weakest = magnitude(operation, LOWEST);
    double strongest = magnitude(operation, severity);
    return isSigned(operation)
        ? Span.around(strongest)
        : new Span(Math.min(weakest, strongest), Math.max(weakest, strongest));
  }

  private double magnitude(Operation operation, double level) {
    return switch (operation) {
      case IDENTITY, AUTOCONTRAST, EQUALIZE -> 0;
      case POSTERIZE -> 4 - whole(level, 4);
      case ROTATE -> whole(level, 30);
      case SOLARIZE -> Strengths.threshold(256 - whole(level, 256));
      case SHEAR_X, SHEAR_Y -> level * 0.3 / 10;
      case TRANSLATE_X -> Strengths.wholePixels(level * (image.width() / 3.0) / 10, image.width());
      case TRANSLATE_Y ->
          Strengths.wholePixels(level * (image.height() / 3.0) / 10, image.height());
      case COLOR, CONTRAST, BRIGHTNESS, SHARPNESS -> level * 1.8 / 10 + 0.1;
    };
  }

  private static int whole(double level, double largest) {
    return (int) (level * largest / 10);
  }

  private static boolean isSigned(Operation operation) {
    return switch (operation) {
      case ROTATE, SHEAR_X, SHEAR_Y, TRANSLATE_X, TRANSLATE_Y -> true;
      default -> false;
    };
  }
}
