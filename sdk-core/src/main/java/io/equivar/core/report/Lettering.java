package io.equivar.core.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes text into pictures from the outlines of a font that comes along, because the fonts of Java
 * itself need libraries that a server does not have.
 */
final class Lettering implements AutoCloseable {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double size;

  /**
   * Opens the font.
   *
   * @param size of the letters, in pixels per em
   */
  Lettering(double size) {
    this.size = size;
    try (InputStream input = PDDocument.class.getResourceAsStream(FONT)) {
      if (input == null) {
        throw new IllegalStateException("the class path lacks " + FONT);
      }
      font = new TTFParser().parseEmbedded(input);
      characters = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the distance between lines, in pixels. */
  double lineHeight() {
    return size * 1.25;
  }

  /** Returns the width of a line, in pixels. */
  double width(String text) {
    return text.codePoints().mapToDouble(this::advance).sum();
  }

  /** Writes a line whose letters stand on {@code baseline}. */
  void draw(Graphics2D graphics, String text, double left, double baseline, Color color) {
    graphics.setColor(color);
    double x = left;
    for (int character : text.codePoints().toArray()) {
      try {
        GlyphData glyph = font.getGlyph().getGlyph(characters.getGlyphId(character));
        if (glyph != null) {
          double scale = size / font.getUnitsPerEm();
          Shape outline = glyph.getPath();
          AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, baseline);
          graphics.fill(place.createTransformedShape(outline));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      x += advance(character);
    }
  }

  private double advance(int character) {
    try {
      return size * font.getAdvanceWidth(characters.getGlyphId(character)) / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      font.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
