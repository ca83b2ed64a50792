package io.equivar.core.data.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.png.PngImageParser;

/**
 * A PNG file, reduced to the chunks that hold its pixels. The others are not worth their risks:
 * compressed texts and profiles can unfold to any size.
 *
 * <p>Java's own decoder is used: Commons Imaging would brighten images that have a {@code gAMA}
 * chunk and overlook the transparent colour of 16-bit ones.
 */
final class PngImage implements EncodedImage {

  private static final int SIGNATURE_BYTES = 8;
  private static final int CHUNK_FRAME_BYTES = 12;
  private static final Set<String> PIXEL_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  /** Up to eight for the pixels, and the rest for the compressed data. */
  private static final int WORKING_BYTES_PER_PIXEL = 12;

  private final byte[] pixelChunks;
  private final Orientation orientation;

  private PngImage(byte[] pixelChunks, Orientation orientation) {
    this.pixelChunks = pixelChunks;
    this.orientation = orientation;
  }

  /**
   * Splits a file into its chunks.
   *
   * @throws UnreadableImageException if it does not go on until {@code IEND}, or a chunk of pixels
   *     is not what its checksum says
   */
  static PngImage of(byte[] content) throws UnreadableImageException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(content.length);
    kept.write(content, 0, SIGNATURE_BYTES);
    Orientation orientation = Orientation.UPRIGHT;
    ByteBuffer in = ByteBuffer.wrap(content).position(SIGNATURE_BYTES);
    String type = "";
    while (!type.equals("IEND")) {
      int start = in.position();
      if (in.remaining() < CHUNK_FRAME_BYTES
          || in.getInt(start) < 0
          || in.getInt(start) > in.remaining() - CHUNK_FRAME_BYTES) {
        throw new UnreadableImageException("is a truncated PNG image");
      }
      int length = in.getInt(start);
      type = new String(content, start + 4, 4, ISO_8859_1);
      if (PIXEL_CHUNKS.contains(type)) {
        CRC32 checksum = new CRC32();
        checksum.update(content, start + 4, 4 + length);
        if ((int) checksum.getValue() != in.getInt(start + 8 + length)) {
          throw new UnreadableImageException(
              "is a damaged PNG image: the checksum of a chunk " + type + " is wrong");
        }
        kept.write(content, start, length + CHUNK_FRAME_BYTES);
      } else if (type.equals("eXIf")) {
        byte[] exif = new byte[length];
        in.get(start + 8, exif);
        orientation = Exif.orientation(exif);
      }
      in.position(start + length + CHUNK_FRAME_BYTES);
    }
    return new PngImage(kept.toByteArray(), orientation);
  }

  @Override
  public ImageHeader header() throws IOException {
    Dimension size = new PngImageParser().getImageSize(ByteSource.array(pixelChunks), null);
    return ImageHeader.whole(size.width, size.height, orientation, WORKING_BYTES_PER_PIXEL);
  }

  @Override
  public BufferedImage decode() throws IOException, UnreadableImageException {
    return ImageReaders.read(
        ImageReaders.providerOfJdk("png"), pixelChunks, reader -> reader.read(0));
  }
}
