package io.equivar.core.report.page;

import io.equivar.core.data.ImageSet;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Small pictures of images, as JPEG in data URIs. */
public final class Thumbnails {

  private static final float QUALITY = 0.85f;

  private Thumbnails() {}

  /** Returns one image, no larger than {@code mostPixels} wide and high. */
  public static String of(ImageSet images, int index, int mostPixels) {
    BufferedImage picture = picture(images, index);
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    double scale = Math.min(1, (double) mostPixels / longer);
    BufferedImage small =
        new BufferedImage(
            Math.max(1, (int) Math.round(picture.getWidth() * scale)),
            Math.max(1, (int) Math.round(picture.getHeight() * scale)),
            BufferedImage.TYPE_INT_RGB);
    draw(picture, small, 0, 0, small.getWidth(), small.getHeight());
    return jpeg(small);
  }

  /** Returns many images in one, each {@code tilePixels} wide and high. */
  public static Sprite sprite(ImageSet images, List<Integer> indexes, int tilePixels) {
    int columns = Math.max(1, (int) Math.ceil(Math.sqrt(indexes.size())));
    int lines = Math.max(1, (indexes.size() + columns - 1) / columns);
    BufferedImage sheet =
        new BufferedImage(columns * tilePixels, lines * tilePixels, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < indexes.size(); i++) {
      draw(
          picture(images, indexes.get(i)),
          sheet,
          i % columns * tilePixels,
          i / columns * tilePixels,
          tilePixels,
          tilePixels);
    }
    return new Sprite(jpeg(sheet), tilePixels, columns, lines);
  }

  private static BufferedImage picture(ImageSet images, int index) {
    int height = images.shape().height();
    int width = images.shape().width();
    byte[] bytes = new byte[images.imageBytes()];
    images.read(index, bytes, 0);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 3 * (y * width + x);
        picture.setRGB(
            x,
            y,
            Byte.toUnsignedInt(bytes[at]) << 16
                | Byte.toUnsignedInt(bytes[at + 1]) << 8
                | Byte.toUnsignedInt(bytes[at + 2]));
      }
    }
    return picture;
  }

  /** Draws in halves while that is possible: a single step over many pixels would skip most. */
  private static void draw(
      BufferedImage source, BufferedImage target, int left, int top, int width, int height) {
    BufferedImage from = source;
    while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
      BufferedImage half =
          new BufferedImage(from.getWidth() / 2, from.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
      paint(from, half, 0, 0, half.getWidth(), half.getHeight());
      from = half;
    }
    paint(from, target, left, top, width, height);
  }

  private static void paint(
      BufferedImage source, BufferedImage target, int left, int top, int width, int height) {
    Graphics2D graphics = target.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(source, left, top, width, height, null);
    } finally {
      graphics.dispose();
    }
  }

  private static String jpeg(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot draw a thumbnail", e);
    } finally {
      writer.dispose();
    }
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
