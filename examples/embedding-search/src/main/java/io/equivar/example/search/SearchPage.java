package io.equivar.example.search;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A page of its own, thumbnails included: some images, each with those that are most like it.
 *
 * @param index all images
 * @param neighbours how many to show for each
 */
record SearchPage(ImageIndex index, int neighbours) {

  private static final int THUMBNAIL_PIXELS = 112;

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Images that look alike</title>
      <style>
        body { font: 15px/1.4 system-ui, sans-serif; margin: 1.5rem; color: #222; background: #fff; }
        section { display: flex; gap: .6rem; overflow-x: auto; padding: .6rem 0; border-top: 1px solid #ddd; }
        figure { margin: 0; flex: none; width: 112px; }
        figure.query { padding-right: .9rem; border-right: 2px solid #0b5cad; }
        img { width: 112px; height: 112px; object-fit: cover; border-radius: 6px; display: block; }
        figcaption { font-size: 12px; overflow-wrap: anywhere; }
      </style>
      </head>
      <body>
      <h1>Images that look alike</h1>
      <p>%s images. Left of each blue line an image, right of it those whose representations are
      nearest to its own, with the cosine of the angle between them.</p>
      """;

  /** Writes the page with images taken evenly from the index. */
  void write(Path page, int queries) throws IOException {
    StringBuilder html =
        new StringBuilder(HEAD.formatted(String.format(Locale.ROOT, "%,d", index.size())));
    int shown = Math.min(queries, index.size());
    for (int query = 0; query < shown; query++) {
      int image = query * index.size() / shown;
      html.append("<section>\n");
      html.append(figure("query", index.file(image), name(index.file(image))));
      for (ImageIndex.Match match : index.neighbours(image, neighbours)) {
        String caption =
            String.format(Locale.ROOT, "%.3f %s", match.similarity(), name(match.file()));
        html.append(figure("match", match.file(), caption));
      }
      html.append("</section>\n");
    }
    Files.writeString(page, html.append("</body>\n</html>\n"));
  }

  private static String figure(String kind, Path file, String caption) throws IOException {
    return "<figure class=\"%s\"><img alt=\"%s\" src=\"%s\"><figcaption>%s</figcaption></figure>\n"
        .formatted(kind, escape(name(file)), thumbnail(file), escape(caption));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String thumbnail(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      // Browsers show formats that Java does not read.
      return file.toUri().toString();
    }
    int side = Math.min(image.getWidth(), image.getHeight());
    BufferedImage small =
        new BufferedImage(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      int left = (image.getWidth() - side) / 2;
      int top = (image.getHeight() - side) / 2;
      graphics.drawImage(
          image.getSubimage(left, top, side, side), 0, 0, THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, null);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(small, "jpg", bytes);
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
