package io.equivar.plugin.standard;

import io.equivar.api.graph.ImageShape;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.Row;
import java.util.random.RandomGenerator;

/**
 * A rectangle of whole pixels, and its place in a row of parameters: {@code left} and {@code width}
 * as parts of the image's width, {@code top} and {@code height} as parts of its height.
 */
record PixelBox(int top, int left, int height, int width) {

  /** How often torchvision draws a rectangle before it gives up. */
  private static final int ATTEMPTS = 10;

  static final PixelBox NONE = new PixelBox(0, 0, 0, 0);

  static Column[] columns() {
    return new Column[] {
      Column.continuous("left", 0, 1, "of the image's width"),
      Column.continuous("top", 0, 1, "of the image's height"),
      Column.continuous("width", 0, 1, "of the image's width"),
      Column.continuous("height", 0, 1, "of the image's height")
    };
  }

  static PixelBox whole(ImageShape image) {
    return new PixelBox(0, 0, image.height(), image.width());
  }

  /** Returns the rectangle in the middle of the image. */
  static PixelBox centred(ImageShape image, int height, int width) {
    return new PixelBox((image.height() - height) / 2, (image.width() - width) / 2, height, width);
  }

  /**
   * Draws a rectangle of random area, aspect and place.
   *
   * @param area part of the image's area
   * @param aspect width over height, in pixels
   * @param largestHeight the largest height allowed
   * @param largestWidth the largest width allowed
   * @param otherwise returned if none of ten rectangles is small enough
   */
  static PixelBox sample(
      RandomGenerator random,
      ImageShape image,
      Range area,
      Range aspect,
      int largestHeight,
      int largestWidth,
      PixelBox otherwise) {
    double pixels = (double) image.height() * image.width();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double drawnPixels = pixels * area.sample(random);
      double drawnAspect = aspect.sampleLogarithmic(random);
      int width = (int) Math.rint(Math.sqrt(drawnPixels * drawnAspect));
      int height = (int) Math.rint(Math.sqrt(drawnPixels / drawnAspect));
      if (width > 0 && width <= largestWidth && height > 0 && height <= largestHeight) {
        int top = random.nextInt(image.height() - height + 1);
        int left = random.nextInt(image.width() - width + 1);
        return new PixelBox(top, left, height, width);
      }
    }
    return otherwise;
  }

  void writeTo(Row row, ImageShape image) {
    row.set("left", (double) left / image.width());
    row.set("top", (double) top / image.height());
    row.set("width", (double) width / image.width());
    row.set("height", (double) height / image.height());
  }
}
