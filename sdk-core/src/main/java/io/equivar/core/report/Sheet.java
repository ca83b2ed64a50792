package io.equivar.core.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws rows of pictures with text into one PNG. */
public final class Sheet {

  private static final int TILE_PIXELS = 160;
  private static final int GAP_PIXELS = 12;
  private static final double LETTER_PIXELS = 11;
  private static final Color PAPER = Color.WHITE;
  private static final Color INK = new Color(0x33, 0x33, 0x33);
  private static final Color SHARED_INK = new Color(0x0B, 0x5C, 0xAD);

  private final List<String> heading;
  private final List<List<SheetTile>> rows;

  /**
   * Makes a sheet.
   *
   * @param heading lines above everything
   * @param rows the tiles of every row
   */
  public Sheet(List<String> heading, List<List<SheetTile>> rows) {
    this.heading = List.copyOf(heading);
    this.rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * Writes the picture.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void write(Path file) {
    try (Lettering lettering = new Lettering(LETTER_PIXELS)) {
      BufferedImage picture = draw(lettering);
      if (!ImageIO.write(picture, "png", file.toFile())) {
        throw new IllegalStateException("this Java cannot write PNG files");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the picture " + file, e);
    }
  }

  private BufferedImage draw(Lettering lettering) {
    double line = lettering.lineHeight();
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    int tileWidth = tileWidth(lettering);
    int width = GAP_PIXELS + columns * (tileWidth + GAP_PIXELS);
    int top = (int) Math.ceil(GAP_PIXELS + heading.size() * line);
    int height = top + rows.stream().mapToInt(row -> rowHeight(row, line)).sum() + GAP_PIXELS;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      // Single pixels of a small image shall be seen as they are.
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
      graphics.setColor(PAPER);
      graphics.fillRect(0, 0, width, height);
      for (int i = 0; i < heading.size(); i++) {
        lettering.draw(graphics, heading.get(i), GAP_PIXELS, GAP_PIXELS + (i + 0.8) * line, INK);
      }
      int y = top;
      for (List<SheetTile> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          drawTile(graphics, lettering, row.get(i), GAP_PIXELS + i * (tileWidth + GAP_PIXELS), y);
        }
        y += rowHeight(row, line);
      }
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private void drawTile(
      Graphics2D graphics, Lettering lettering, SheetTile tile, int left, int top) {
    double line = lettering.lineHeight();
    lettering.draw(graphics, tile.title(), left, top + line, INK);
    int pictureTop = (int) Math.ceil(top + 1.5 * line);
    BufferedImage image = image(tile);
    double scale = (double) TILE_PIXELS / Math.max(image.getWidth(), image.getHeight());
    graphics.drawImage(
        image,
        left,
        pictureTop,
        (int) Math.round(image.getWidth() * scale),
        (int) Math.round(image.getHeight() * scale),
        null);
    double baseline = pictureTop + TILE_PIXELS + line;
    for (SheetTile.Caption caption : tile.captions()) {
      lettering.draw(graphics, caption.text(), left, baseline, caption.shared() ? SHARED_INK : INK);
      baseline += line;
    }
  }

  /** Tiles are as wide as the longest line that stands at one. */
  private int tileWidth(Lettering lettering) {
    double longest =
        rows.stream()
            .flatMap(List::stream)
            .flatMap(tile -> tile.captions().stream())
            .mapToDouble(caption -> lettering.width(caption.text()))
            .max()
            .orElse(0);
    return (int) Math.ceil(Math.max(TILE_PIXELS, longest));
  }

  private static int rowHeight(List<SheetTile> row, double line) {
    int captions = row.stream().mapToInt(tile -> tile.captions().size()).max().orElse(0);
    return (int) Math.ceil(1.5 * line + TILE_PIXELS + (captions + 0.5) * line) + GAP_PIXELS;
  }

  private static BufferedImage image(SheetTile tile) {
    int height = tile.shape().height();
    int width = tile.shape().width();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int place = 3 * (y * width + x);
        image.setRGB(
            x,
            y,
            level(tile.pixels()[place]) << 16
                | level(tile.pixels()[place + 1]) << 8
                | level(tile.pixels()[place + 2]));
      }
    }
    return image;
  }

  private static int level(float value) {
    return Math.round(255 * Math.min(1, Math.max(0, value)));
  }
}
