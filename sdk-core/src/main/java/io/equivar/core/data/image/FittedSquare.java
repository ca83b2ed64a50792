package io.equivar.core.data.image;

import java.util.Arrays;

/**
 * Fits all of an image into a square: turned upright, its longer side resized to that of the square
 * with antialiasing, put into the upper left corner; the rest is grey.
 */
final class FittedSquare {

  private static final byte GREY = 114;

  private final int side;

  FittedSquare(int side) {
    this.side = side;
  }

  FittedImage draw(Picture picture) {
    ImageHeader header = picture.header();
    double scale = (double) side / Math.max(header.width(), header.height());
    int storedWidth = Math.max(1, (int) Math.round(scale * header.width()));
    int storedHeight = Math.max(1, (int) Math.round(scale * header.height()));
    float[] stored = resized(picture, storedWidth, storedHeight);
    Orientation orientation = header.orientation();
    int width = orientation.swapsSides() ? storedHeight : storedWidth;
    int height = orientation.swapsSides() ? storedWidth : storedHeight;
    byte[] target = new byte[3 * side * side];
    Arrays.fill(target, GREY);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int from =
            orientation.storedRow(column, row, storedHeight) * storedWidth
                + orientation.storedColumn(column, row, storedWidth);
        for (int channel = 0; channel < 3; channel++) {
          float value = stored[3 * from + channel];
          target[3 * (row * side + column) + channel] =
              (byte) Math.round(Math.max(0, Math.min(255, value)));
        }
      }
    }
    return new FittedImage(target, header.uprightWidth(), header.uprightHeight());
  }

  private static float[] resized(Picture picture, int width, int height) {
    ImageHeader header = picture.header();
    Taps across = Taps.resizing(header.width(), width);
    Taps down = Taps.resizing(header.height(), height);
    float[] target = new float[3 * width * height];
    float[] source = new float[3 * header.width()];
    float[] narrowed = new float[3 * width];
    for (int row = 0; row < header.height(); row++) {
      picture.read(row, 0, source);
      Arrays.fill(narrowed, 0);
      for (int out = 0; out < width; out++) {
        for (int in = across.first(out); in <= across.last(out); in++) {
          float weight = across.weight(out, in);
          for (int channel = 0; channel < 3; channel++) {
            narrowed[3 * out + channel] += weight * source[3 * in + channel];
          }
        }
      }
      for (int out = down.firstOutput(row); out <= down.lastOutput(row); out++) {
        float weight = down.weight(out, row);
        for (int i = 0; i < narrowed.length; i++) {
          target[3 * width * out + i] += weight * narrowed[i];
        }
      }
    }
    return target;
  }
}
