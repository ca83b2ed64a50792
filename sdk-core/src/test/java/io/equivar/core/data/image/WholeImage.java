package io.equivar.core.data.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** An image as decoded, upright and in its own size. */
final class WholeImage {

  private final int width;
  private final int height;
  private final byte[] rgb;

  private WholeImage(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  static WholeImage of(Picture picture) {
    ImageHeader header = picture.header();
    float[] stored = new float[3 * header.width() * header.height()];
    float[] line = new float[3 * header.width()];
    for (int row = 0; row < header.height(); row++) {
      picture.read(row, 0, line);
      System.arraycopy(line, 0, stored, row * line.length, line.length);
    }
    int width = header.uprightWidth();
    int height = header.uprightHeight();
    byte[] rgb = new byte[stored.length];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int from =
            header.width() * header.orientation().storedRow(column, row, header.height())
                + header.orientation().storedColumn(column, row, header.width());
        for (int channel = 0; channel < 3; channel++) {
          rgb[3 * (row * width + column) + channel] = (byte) Math.round(stored[3 * from + channel]);
        }
      }
    }
    return new WholeImage(width, height, rgb);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Returns a pixel as {@code 0xrrggbb}. */
  int pixel(int column, int row) {
    int place = 3 * (row * width + column);
    return (rgb[place] & 0xff) << 16 | (rgb[place + 1] & 0xff) << 8 | (rgb[place + 2] & 0xff);
  }

  /** Returns the image as a binary PPM file. */
  byte[] toPpm() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(("P6\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(rgb);
    return out.toByteArray();
  }
}
