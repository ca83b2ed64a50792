package io.equivar.core.data.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.pnm.PnmImageParser;

/**
 * A PNM file. Binary samples of 16 bits are made 8 bits before the decoder sees them, which would
 * show their lower halves.
 */
final class PnmImage implements EncodedImage {

  /** Four for the pixels, and as much for the samples as they are in the file. */
  private static final int WORKING_BYTES_PER_PIXEL = 12;

  private static final int MAX_HEADER_BYTES = 4096;
  private static final Pattern HEADER =
      Pattern.compile("(P[2356])" + "(?:\\s|#[^\\n]*\\n)+(\\d{1,9})".repeat(3) + "\\s");

  private final byte[] content;

  private PnmImage(byte[] content) {
    this.content = content;
  }

  /**
   * Takes a file.
   *
   * @throws UnreadableImageException if it holds more than 8 bits per sample in plain digits
   */
  static PnmImage of(byte[] content) throws UnreadableImageException {
    String head = new String(content, 0, Math.min(content.length, MAX_HEADER_BYTES), US_ASCII);
    Matcher header = HEADER.matcher(head);
    if (!header.lookingAt() || Integer.parseInt(header.group(4)) <= 255) {
      return new PnmImage(content);
    }
    if (header.group(1).equals("P2") || header.group(1).equals("P3")) {
      throw new UnreadableImageException(
          "is a plain PNM image of more than 8 bits per sample, which cannot be read");
    }
    int max = Integer.parseInt(header.group(4));
    byte[] newHead =
        "%s %s %s 255\n"
            .formatted(header.group(1), header.group(2), header.group(3))
            .getBytes(US_ASCII);
    int samples = (content.length - header.end()) / 2;
    byte[] halved = Arrays.copyOf(newHead, newHead.length + samples);
    ByteBuffer in = ByteBuffer.wrap(content);
    for (int i = 0; i < samples; i++) {
      int sample = Short.toUnsignedInt(in.getShort(header.end() + 2 * i));
      halved[newHead.length + i] = (byte) (int) (Math.min(1.0, (double) sample / max) * 255 + 0.5);
    }
    return new PnmImage(halved);
  }

  @Override
  public ImageHeader header() throws IOException {
    Dimension size = new PnmImageParser().getImageSize(ByteSource.array(content), null);
    return ImageHeader.whole(size.width, size.height, Orientation.UPRIGHT, WORKING_BYTES_PER_PIXEL);
  }

  @Override
  public BufferedImage decode() throws IOException {
    return new PnmImageParser().getBufferedImage(ByteSource.array(content), null);
  }
}
