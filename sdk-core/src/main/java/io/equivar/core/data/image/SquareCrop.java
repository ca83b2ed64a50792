package io.equivar.core.data.image;

/**
 * Makes a square of a given size from an image of any size: turns it upright, takes the central
 * square of its shorter side, and resizes that with antialiasing. As resizing the shorter side and
 * cropping the centre, but without a second rounding.
 *
 * <p>The filter is the triangle of width {@code max(1, s)}, {@code s} being the reduction: the one
 * of torchvision's antialiased bilinear resizing.
 */
final class SquareCrop {

  private final int side;

  SquareCrop(int side) {
    this.side = side;
  }

  /** Returns the square as bytes {@code [side, side, 3]}. */
  byte[] draw(Picture picture) {
    ImageHeader header = picture.header();
    Orientation orientation = header.orientation();
    int length = Math.min(header.width(), header.height());
    int uprightLeft = (header.uprightWidth() - length) / 2;
    int uprightTop = (header.uprightHeight() - length) / 2;
    // The stored corner of the square is where one of the upright corners comes from.
    int right = uprightLeft + length - 1;
    int bottom = uprightTop + length - 1;
    int left =
        Math.min(
            orientation.storedColumn(uprightLeft, uprightTop, header.width()),
            orientation.storedColumn(right, bottom, header.width()));
    int top =
        Math.min(
            orientation.storedRow(uprightLeft, uprightTop, header.height()),
            orientation.storedRow(right, bottom, header.height()));
    float[] square = resized(picture, left, top, length);
    byte[] target = new byte[3 * side * side];
    int place = 0;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int storedColumn = orientation.storedColumn(column, row, side);
        int storedRow = orientation.storedRow(column, row, side);
        int from = 3 * (storedRow * side + storedColumn);
        for (int channel = 0; channel < 3; channel++) {
          target[place++] = (byte) Math.round(Math.max(0, Math.min(255, square[from + channel])));
        }
      }
    }
    return target;
  }

  /** Resizes a square of the stored image, row by row, so that only a row is held in full. */
  private float[] resized(Picture picture, int left, int top, int length) {
    Taps taps = Taps.resizing(length, side);
    float[] square = new float[3 * side * side];
    float[] source = new float[3 * length];
    float[] narrowed = new float[3 * side];
    for (int row = 0; row < length; row++) {
      picture.read(top + row, left, source);
      narrow(taps, source, narrowed);
      for (int out = taps.firstOutput(row); out <= taps.lastOutput(row); out++) {
        float weight = taps.weight(out, row);
        int start = 3 * side * out;
        for (int i = 0; i < narrowed.length; i++) {
          square[start + i] += weight * narrowed[i];
        }
      }
    }
    return square;
  }

  private void narrow(Taps taps, float[] source, float[] narrowed) {
    for (int out = 0; out < side; out++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int in = taps.first(out); in <= taps.last(out); in++) {
        float weight = taps.weight(out, in);
        red += weight * source[3 * in];
        green += weight * source[3 * in + 1];
        blue += weight * source[3 * in + 2];
      }
      narrowed[3 * out] = red;
      narrowed[3 * out + 1] = green;
      narrowed[3 * out + 2] = blue;
    }
  }
}
