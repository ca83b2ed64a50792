package io.equivar.core.data.image;

/**
 * How the stored rows and columns of an image lie in the upright image: tag 274 of EXIF and TIFF.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  TURNED_LEFT(true, false, true),
  TRANSVERSED(true, true, true),
  TURNED_RIGHT(true, true, false);

  private static final Orientation[] BY_CODE = values();

  private final boolean swapped;
  private final boolean mirroredColumns;
  private final boolean mirroredRows;

  Orientation(boolean swapped, boolean mirroredColumns, boolean mirroredRows) {
    this.swapped = swapped;
    this.mirroredColumns = mirroredColumns;
    this.mirroredRows = mirroredRows;
  }

  /** Takes the value of the tag, 1 to 8; anything else is taken as upright, as viewers do. */
  static Orientation ofCode(int code) {
    return code >= 1 && code <= BY_CODE.length ? BY_CODE[code - 1] : UPRIGHT;
  }

  /** Returns whether width and height change places. */
  boolean swapsSides() {
    return swapped;
  }

  /** Returns the stored column of the upright pixel; {@code width} is the stored one. */
  int storedColumn(int column, int row, int width) {
    int along = swapped ? row : column;
    return mirroredColumns ? width - 1 - along : along;
  }

  /** Returns the stored row of the upright pixel; {@code height} is the stored one. */
  int storedRow(int column, int row, int height) {
    int along = swapped ? column : row;
    return mirroredRows ? height - 1 - along : along;
  }
}
