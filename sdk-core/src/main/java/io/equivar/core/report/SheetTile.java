package io.equivar.core.report;

import io.equivar.api.graph.ImageShape;
import java.util.List;

/**
 * A picture of a sheet with what is written below it.
 *
 * @param title the line above
 * @param shape of the picture
 * @param pixels {@code [height, width, 3]}, in [0, 1]; what is outside is clipped
 * @param captions the lines below
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn once, never compared.
public record SheetTile(String title, ImageShape shape, float[] pixels, List<Caption> captions) {

  /**
   * A line below a picture.
   *
   * @param text what it says
   * @param shared whether it concerns what a pair shares
   */
  public record Caption(String text, boolean shared) {}

  /** Keeps a copy of the captions. */
  public SheetTile {
    captions = List.copyOf(captions);
    if (pixels.length != shape.height() * shape.width() * 3) {
      throw new IllegalArgumentException(
          "a tile of " + shape + " pixels needs three values each, got " + pixels.length);
    }
  }
}
