package io.equivar.core.data.image;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.bmp.BmpImageParser;

/** A BMP file. */
final class BmpImage implements EncodedImage {

  /** Four for the pixels, and up to four for the samples as they are in the file. */
  private static final int WORKING_BYTES_PER_PIXEL = 12;

  private final byte[] content;

  BmpImage(byte[] content) {
    this.content = content;
  }

  @Override
  public ImageHeader header() throws IOException {
    Dimension size = new BmpImageParser().getImageSize(ByteSource.array(content), null);
    return ImageHeader.whole(size.width, size.height, Orientation.UPRIGHT, WORKING_BYTES_PER_PIXEL);
  }

  @Override
  public BufferedImage decode() throws IOException {
    return new BmpImageParser().getBufferedImage(ByteSource.array(content), null);
  }
}
