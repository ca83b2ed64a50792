package io.equivar.core.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * A decoded image with its header: gives rows of the stored image as RGB.
 *
 * <p>Samples are taken as they are, never through Java's colour model, which brightens grey images.
 * What is transparent shows white behind it. Made for one thread.
 */
final class Picture {

  private static final int WHITE = 255;

  private final ImageHeader header;
  private final Raster raster;
  private final int bands;
  private final float scale;
  private final boolean alpha;
  private final boolean premultiplied;
  private final int[] palette;
  private int[] samples = new int[0];

  /**
   * Takes what {@link EncodedImage} gave.
   *
   * @throws UnreadableImageException if it is of another size or kind than was promised
   */
  Picture(ImageHeader header, BufferedImage pixels) throws UnreadableImageException {
    ImageHeader.Frame frame = header.frame();
    if (pixels.getWidth() != frame.width() || pixels.getHeight() != frame.height()) {
      throw new UnreadableImageException(
          "declares %d x %d pixels, but has %d x %d"
              .formatted(frame.width(), frame.height(), pixels.getWidth(), pixels.getHeight()));
    }
    this.header = header;
    this.raster = pixels.getRaster();
    this.bands = raster.getNumBands();
    this.alpha = pixels.getColorModel().hasAlpha();
    this.premultiplied = alpha && pixels.isAlphaPremultiplied();
    int[] bits = raster.getSampleModel().getSampleSize();
    if (pixels.getColorModel() instanceof IndexColorModel indexed) {
      this.palette = new int[indexed.getMapSize()];
      indexed.getRGBs(palette);
      this.scale = 1;
    } else {
      int colors = bands - (alpha ? 1 : 0);
      if ((colors != 1 && colors != 3)
          || Arrays.stream(bits).anyMatch(size -> size != bits[0] || size > 16)) {
        throw new UnreadableImageException(
            "has samples of %s bits, which cannot be read".formatted(Arrays.toString(bits)));
      }
      this.palette = new int[0];
      this.scale = 255f / ((1 << bits[0]) - 1);
    }
  }

  /** Returns what the head of the file said. */
  ImageHeader header() {
    return header;
  }

  /**
   * Reads a part of a row.
   *
   * @param row in [0, height)
   * @param left the first column, at least 0
   * @param rgb takes three values in [0, 255] per column; its length says how many columns
   */
  void read(int row, int left, float[] rgb) {
    ImageHeader.Frame frame = header.frame();
    Arrays.fill(rgb, WHITE);
    int from = Math.max(left, frame.left());
    int to = Math.min(left + rgb.length / 3, frame.left() + frame.width());
    int frameRow = row - frame.top();
    if (from >= to || frameRow < 0 || frameRow >= frame.height()) {
      return;
    }
    int columns = to - from;
    if (samples.length < columns * bands) {
      samples = new int[columns * bands];
    }
    raster.getPixels(from - frame.left(), frameRow, columns, 1, samples);
    int place = 3 * (from - left);
    for (int column = 0; column < columns; column++, place += 3) {
      if (palette.length > 0) {
        putColor(samples[column], rgb, place);
      } else {
        putSamples(column * bands, rgb, place);
      }
    }
  }

  private void putColor(int index, float[] rgb, int place) {
    // What lies beyond the palette is black, as decoders have it.
    int color = index < palette.length ? palette[index] : 0xff000000;
    float opacity = (color >>> 24) / 255f;
    rgb[place] = onWhite(color >> 16 & 0xff, opacity);
    rgb[place + 1] = onWhite(color >> 8 & 0xff, opacity);
    rgb[place + 2] = onWhite(color & 0xff, opacity);
  }

  private void putSamples(int start, float[] rgb, int place) {
    float opacity = alpha ? scale * samples[start + bands - 1] / 255f : 1;
    int step = bands >= 3 ? 1 : 0;
    for (int channel = 0; channel < 3; channel++) {
      float value = scale * samples[start + step * channel];
      rgb[place + channel] =
          premultiplied ? value + (1 - opacity) * WHITE : onWhite(value, opacity);
    }
  }

  private static float onWhite(float value, float opacity) {
    return WHITE + opacity * (value - WHITE);
  }
}
