package io.equivar.core.data.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.gif.GifImageParser;

/**
 * A GIF file, reduced to its first frame: the decoder would unpack all of them, and takes the
 * transparent colour from whichever comes first.
 */
final class GifImage implements EncodedImage {

  private static final int HEADER_BYTES = 13;
  private static final int DESCRIPTOR_BYTES = 10;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int TRAILER = 0x3b;
  private static final int GRAPHIC_CONTROL = 0xf9;

  /** One for the indices, four for the pixels, and the rest for the compressed data. */
  private static final int WORKING_BYTES_PER_PIXEL = 10;

  private final byte[] firstFrame;
  private final ImageHeader header;

  private GifImage(byte[] firstFrame, ImageHeader header) {
    this.firstFrame = firstFrame;
    this.header = header;
  }

  /**
   * Finds the first frame.
   *
   * @throws UnreadableImageException if there is none, or the file ends before it does
   */
  static GifImage of(byte[] content) throws UnreadableImageException {
    try {
      return find(content);
    } catch (IndexOutOfBoundsException e) {
      throw new UnreadableImageException("is a truncated GIF image", e);
    }
  }

  private static GifImage find(byte[] content) throws UnreadableImageException {
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int position = HEADER_BYTES + colorTableBytes(content[10]);
    kept.write(content, 0, position);
    int controlStart = position;
    int controlEnd = position;
    while (true) {
      int block = content[position] & 0xff;
      if (block == EXTENSION) {
        int end = endOfSubBlocks(content, position + 2);
        if ((content[position + 1] & 0xff) == GRAPHIC_CONTROL) {
          controlStart = position;
          controlEnd = end;
        }
        position = end;
      } else if (block == IMAGE) {
        int data = position + DESCRIPTOR_BYTES + colorTableBytes(content[position + 9]);
        int end = endOfSubBlocks(content, data + 1);
        kept.write(content, controlStart, controlEnd - controlStart);
        kept.write(content, position, end - position);
        kept.write(TRAILER);
        return new GifImage(kept.toByteArray(), header(in, position));
      } else {
        throw new UnreadableImageException("is a GIF file without an image");
      }
    }
  }

  /** The screen grows where the frame reaches beyond it, as viewers have it. */
  private static ImageHeader header(ByteBuffer in, int descriptor) {
    ImageHeader.Frame frame =
        new ImageHeader.Frame(
            Short.toUnsignedInt(in.getShort(descriptor + 1)),
            Short.toUnsignedInt(in.getShort(descriptor + 3)),
            Short.toUnsignedInt(in.getShort(descriptor + 5)),
            Short.toUnsignedInt(in.getShort(descriptor + 7)));
    return new ImageHeader(
        Math.max(Short.toUnsignedInt(in.getShort(6)), frame.left() + frame.width()),
        Math.max(Short.toUnsignedInt(in.getShort(8)), frame.top() + frame.height()),
        frame,
        Orientation.UPRIGHT,
        WORKING_BYTES_PER_PIXEL);
  }

  private static int colorTableBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int endOfSubBlocks(byte[] content, int start) {
    int position = start;
    while (content[position] != 0) {
      position += 1 + (content[position] & 0xff);
    }
    return position + 1;
  }

  @Override
  public ImageHeader header() {
    return header;
  }

  @Override
  public BufferedImage decode() throws IOException {
    return new GifImageParser().getBufferedImage(ByteSource.array(firstFrame), null);
  }
}
