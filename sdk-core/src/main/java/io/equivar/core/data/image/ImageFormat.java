package io.equivar.core.data.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** The formats that can be read, told apart by how their files begin. */
enum ImageFormat {
  PNG("PNG"),
  JPEG("JPEG"),
  GIF("GIF"),
  BMP("BMP"),
  TIFF("TIFF"),
  WEBP("WebP"),
  PNM("PNM");

  static final String SUPPORTED = "JPEG, PNG, GIF, BMP, TIFF, WebP and PNM can be read";

  private final String label;

  ImageFormat(String label) {
    this.label = label;
  }

  /** Returns the format's usual name. */
  String label() {
    return label;
  }

  /** Returns the format of a file, if it is one of these. */
  static Optional<ImageFormat> of(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, 16), ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (head.startsWith("BM")) {
      return Optional.of(BMP);
    }
    if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
      return Optional.of(TIFF);
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    if (head.matches("(?s)P[1-7]\\s.*")) {
      return Optional.of(PNM);
    }
    return Optional.empty();
  }

  /** Prepares a file of this format for reading. */
  EncodedImage open(byte[] content) throws Exception {
    return switch (this) {
      case PNG -> PngImage.of(content);
      case JPEG -> new JpegImage(content);
      case GIF -> GifImage.of(content);
      case BMP -> new BmpImage(content);
      case TIFF -> TiffImage.of(content);
      case WEBP -> WebpImage.of(content);
      case PNM -> PnmImage.of(content);
    };
  }
}
