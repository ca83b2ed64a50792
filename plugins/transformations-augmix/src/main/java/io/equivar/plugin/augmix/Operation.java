package io.equivar.plugin.augmix;

/**
 * The operations that chains are made of. A row of parameters holds an operation's number and a
 * magnitude, whose meaning is the operation's own.
 */
public enum Operation {
  /** Changes nothing; it also stands for the links that a shorter chain does not have. */
  IDENTITY(0, Kind.UNCHANGED),
  /** Stretches every colour to the whole range; no magnitude. */
  AUTOCONTRAST(1, Kind.AUTOCONTRAST),
  /** Makes all values of every colour about equally frequent; no magnitude. */
  EQUALIZE(2, Kind.EQUALIZE),
  /** Keeps the highest bits; the magnitude is their number, 0 to 8. */
  POSTERIZE(3, Kind.POSTERIZE),
  /** Rotates about the centre; the magnitude is the angle in degrees, counter-clockwise. */
  ROTATE(4, Kind.WARP),
  /** Inverts the values from a threshold on; the magnitude is the threshold, 1 being white. */
  SOLARIZE(5, Kind.SOLARIZE),
  /** Moves each row to the left by the magnitude times its distance from the top edge. */
  SHEAR_X(6, Kind.WARP),
  /** Moves each column up by the magnitude times its distance from the left edge. */
  SHEAR_Y(7, Kind.WARP),
  /** Moves the image to the right; the magnitude is a part of the image's width. */
  TRANSLATE_X(8, Kind.WARP),
  /** Moves the image down; the magnitude is a part of the image's height. */
  TRANSLATE_Y(9, Kind.WARP),
  /** Mixes with the gray image; the magnitude is the share of the image, 1 changes nothing. */
  COLOR(10, Kind.BLEND),
  /** Mixes with the mean gray; the magnitude is the share of the image, 1 changes nothing. */
  CONTRAST(11, Kind.BLEND),
  /** Mixes with black; the magnitude is the share of the image, 1 changes nothing. */
  BRIGHTNESS(12, Kind.BLEND),
  /** Mixes with the smoothed image; the magnitude is the share of the image, 1 changes nothing. */
  SHARPNESS(13, Kind.SHARPNESS);

  private final int number;
  private final Kind kind;

  Operation(int number, Kind kind) {
    this.number = number;
    this.kind = kind;
  }

  /** Returns the number that stands for the operation in rows of parameters: 0, 1, 2... */
  public int number() {
    return number;
  }

  /** Returns the arithmetic that the operation shares with others. */
  Kind kind() {
    return kind;
  }
}
