package io.equivar.api.graph;

import io.equivar.api.Spi;

/**
 * The size of an RGB image.
 *
 * @param height rows, in pixels, at least 1
 * @param width columns, in pixels, at least 1
 */
@Spi(Spi.Role.VALUE)
public record ImageShape(int height, int width) {

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if a side is shorter than one pixel
   */
  public ImageShape {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an image has at least one row and one column, got " + height + " x " + width);
    }
  }

  /** Makes a square. */
  public static ImageShape square(int size) {
    return new ImageShape(size, size);
  }

  /** Returns {@code height x width}. */
  @Override
  public String toString() {
    return height + " x " + width;
  }
}
