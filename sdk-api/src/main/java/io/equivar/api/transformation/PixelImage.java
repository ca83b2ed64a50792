package io.equivar.api.transformation;

import io.equivar.api.Spi;
import io.equivar.api.graph.ImageShape;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Objects;

/**
 * An RGB image on the host: {@code uint8 [height, width, 3]}, red, green, blue, from the top left,
 * row by row. Immutable.
 */
@Spi(Spi.Role.VALUE)
public final class PixelImage {

  private static final int CHANNELS = 3;

  private final ImageShape shape;
  private final byte[] rgb;

  private PixelImage(ImageShape shape, byte[] rgb) {
    this.shape = shape;
    this.rgb = rgb;
  }

  /**
   * Makes an image.
   *
   * @param rgb {@code height * width * 3} bytes, row by row, each 0 to 255 without sign; copied
   * @throws IllegalArgumentException if their number does not fit the size
   */
  public static PixelImage of(ImageShape shape, byte[] rgb) {
    int size = size(shape);
    if (rgb.length != size) {
      throw new IllegalArgumentException(
          "an image of " + shape + " pixels has " + size + " bytes, got " + rgb.length);
    }
    return new PixelImage(shape, rgb.clone());
  }

  /** Makes an image of a picture of any type: its colours as sRGB, its alpha left aside. */
  public static PixelImage of(BufferedImage picture) {
    ImageShape shape = new ImageShape(picture.getHeight(), picture.getWidth());
    int[] packed = picture.getRGB(0, 0, shape.width(), shape.height(), null, 0, shape.width());
    byte[] rgb = new byte[size(shape)];
    for (int i = 0; i < packed.length; i++) {
      rgb[CHANNELS * i] = (byte) (packed[i] >> 16);
      rgb[CHANNELS * i + 1] = (byte) (packed[i] >> 8);
      rgb[CHANNELS * i + 2] = (byte) packed[i];
    }
    return new PixelImage(shape, rgb);
  }

  /** Returns the size. */
  public ImageShape shape() {
    return shape;
  }

  /**
   * Returns one value.
   *
   * @param row from 0, the top
   * @param column from 0, the left
   * @param channel 0 for red, 1 for green, 2 for blue
   * @return 0 to 255
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public int value(int row, int column, int channel) {
    Objects.checkIndex(row, shape.height());
    Objects.checkIndex(column, shape.width());
    Objects.checkIndex(channel, CHANNELS);
    return Byte.toUnsignedInt(rgb[(row * shape.width() + column) * CHANNELS + channel]);
  }

  /** Returns a copy of all values, row by row, each 0 to 255 without sign. */
  public byte[] toBytes() {
    return rgb.clone();
  }

  /** Returns the image as a new picture of type {@link BufferedImage#TYPE_INT_RGB}. */
  public BufferedImage toBufferedImage() {
    int[] packed = new int[shape.height() * shape.width()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] =
          Byte.toUnsignedInt(rgb[CHANNELS * i]) << 16
              | Byte.toUnsignedInt(rgb[CHANNELS * i + 1]) << 8
              | Byte.toUnsignedInt(rgb[CHANNELS * i + 2]);
    }
    BufferedImage picture =
        new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, shape.width(), shape.height(), packed, 0, shape.width());
    return picture;
  }

  private static int size(ImageShape shape) {
    return Math.multiplyExact(Math.multiplyExact(shape.height(), shape.width()), CHANNELS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PixelImage that
        && shape.equals(that.shape)
        && Arrays.equals(rgb, that.rgb);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(rgb);
  }

  /** Returns the size, not the pixels. */
  @Override
  public String toString() {
    return "image of " + shape + " pixels";
  }
}
