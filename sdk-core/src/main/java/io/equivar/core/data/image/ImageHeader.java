package io.equivar.core.data.image;

/**
 * What the head of a file says about its first image, before anything is decoded.
 *
 * @param width columns as stored
 * @param height rows as stored
 * @param frame the part that has pixels of its own; the rest is transparent
 * @param orientation how the stored image is to be turned
 * @param workingBytesPerPixel what decoding takes, at most, per pixel
 */
record ImageHeader(
    int width, int height, Frame frame, Orientation orientation, int workingBytesPerPixel) {

  /**
   * The rectangle that the decoder gives.
   *
   * @param left columns to its left; at least 0
   * @param top rows above it; at least 0
   * @param width its columns
   * @param height its rows
   */
  record Frame(int left, int top, int width, int height) {}

  /** Describes an image whose frame is all of it. */
  static ImageHeader whole(
      int width, int height, Orientation orientation, int workingBytesPerPixel) {
    return new ImageHeader(
        width, height, new Frame(0, 0, width, height), orientation, workingBytesPerPixel);
  }

  /** Returns the number of pixels. */
  long pixels() {
    return (long) width * height;
  }

  /** Returns the columns of the upright image. */
  int uprightWidth() {
    return orientation.swapsSides() ? height : width;
  }

  /** Returns the rows of the upright image. */
  int uprightHeight() {
    return orientation.swapsSides() ? width : height;
  }
}
