package io.equivar.plugin.augmix;

import io.equivar.api.graph.ImageShape;

/** How far the operations of RandAugment and TrivialAugment go, as in torchvision. */
public enum Space {
  /**
   * The ranges of RandAugment: shear 0.3, translation by 150/331 of the image, rotation by 30
   * degrees, factors 0.1 to 1.9, at least 4 bits.
   */
  STANDARD(0.3, 150.0 / 331, 0, 30, 0.9, 4),
  /**
   * The wide ranges of TrivialAugment: shear 0.99, translation by 32 pixels, rotation by 135
   * degrees, factors 0.01 to 1.99, at least 2 bits.
   */
  WIDE(0.99, 0, 32, 135, 0.99, 6);

  private final double shear;
  private final double shiftOfImage;
  private final double shiftPixels;
  private final double degrees;
  private final double factor;
  private final int bits;

  Space(
      double shear,
      double shiftOfImage,
      double shiftPixels,
      double degrees,
      double factor,
      int bits) {
    this.shear = shear;
    this.shiftOfImage = shiftOfImage;
    this.shiftPixels = shiftPixels;
    this.degrees = degrees;
    this.factor = factor;
    this.bits = bits;
  }

  /**
   * Returns the magnitude at a strength, for operations to either side the positive one.
   *
   * @param part of the largest strength, in [0, 1]
   */
  double magnitude(Operation operation, double part, ImageShape image) {
    return switch (operation) {
      case IDENTITY, AUTOCONTRAST, EQUALIZE -> 0;
      // Halves go to the even neighbour, as torch.round does.
      case POSTERIZE -> 8 - Math.rint(bits * part);
      case ROTATE -> degrees * part;
      case SOLARIZE -> Strengths.threshold(255 - 255 * part);
      case SHEAR_X, SHEAR_Y -> shear * part;
      case TRANSLATE_X -> shift(image.width(), part);
      case TRANSLATE_Y -> shift(image.height(), part);
      case COLOR, CONTRAST, BRIGHTNESS, SHARPNESS -> factor * part;
    };
  }

  private double shift(int size, double part) {
    return Strengths.wholePixels((shiftOfImage * size + shiftPixels) * part, size);
  }
}
