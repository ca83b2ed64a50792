package io.equivar.core.data.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A WebP file, lossy or lossless, reduced to its first frame: the rest of an animation, profiles
 * and texts are left out.
 */
final class WebpImage implements EncodedImage {

  private static final int FRAME_HEADER_BYTES = 16;
  private static final int EXTENDED_HEADER_BYTES = 10;
  private static final byte ALPHA_FLAG = 0x10;

  /** Four for the pixels, and as much again for what the decoder keeps of blocks of them. */
  private static final int WORKING_BYTES_PER_PIXEL = 16;

  private final byte[] firstFrame;
  private final ImageHeader header;

  private WebpImage(byte[] firstFrame, ImageHeader header) {
    this.firstFrame = firstFrame;
    this.header = header;
  }

  /**
   * Finds the first frame.
   *
   * @throws UnreadableImageException if there is none, or something is cut off
   * @throws RuntimeException if a chunk is too short for what it must hold
   */
  static WebpImage of(byte[] content) throws UnreadableImageException {
    RiffChunks file = RiffChunks.ofFile(content);
    Optional<byte[]> animation = file.find("ANMF");
    RiffChunks frame =
        animation.isEmpty() ? file : RiffChunks.of(animation.get(), FRAME_HEADER_BYTES);
    int left = animation.map(data -> 2 * unsigned24(data, 0)).orElse(0);
    int top = animation.map(data -> 2 * unsigned24(data, 3)).orElse(0);

    Map<String, byte[]> kept = new LinkedHashMap<>();
    int width;
    int height;
    Optional<byte[]> lossless = frame.find("VP8L");
    if (lossless.isPresent()) {
      int sides = RiffChunks.little(lossless.get()).getInt(1);
      width = (sides & 0x3fff) + 1;
      height = (sides >>> 14 & 0x3fff) + 1;
      kept.put("VP8L", lossless.get());
    } else {
      byte[] lossy =
          frame
              .find("VP8 ")
              .orElseThrow(() -> new UnreadableImageException("is a WebP file without an image"));
      width = RiffChunks.little(lossy).getShort(6) & 0x3fff;
      height = RiffChunks.little(lossy).getShort(8) & 0x3fff;
      frame
          .find("ALPH")
          .ifPresent(
              alpha -> {
                kept.put("VP8X", extendedHeader(width, height));
                kept.put("ALPH", alpha);
              });
      kept.put("VP8 ", lossy);
    }
    Optional<byte[]> canvas = file.find("VP8X");
    ImageHeader header =
        new ImageHeader(
            Math.max(canvas.map(data -> unsigned24(data, 4) + 1).orElse(0), left + width),
            Math.max(canvas.map(data -> unsigned24(data, 7) + 1).orElse(0), top + height),
            new ImageHeader.Frame(left, top, width, height),
            file.find("EXIF").map(Exif::orientation).orElse(Orientation.UPRIGHT),
            WORKING_BYTES_PER_PIXEL);
    return new WebpImage(RiffChunks.file(kept), header);
  }

  private static byte[] extendedHeader(int width, int height) {
    byte[] data = new byte[EXTENDED_HEADER_BYTES];
    data[0] = ALPHA_FLAG;
    RiffChunks.little(data).putShort(4, (short) (width - 1)).putShort(7, (short) (height - 1));
    return data;
  }

  private static int unsigned24(byte[] data, int offset) {
    return (data[offset] & 0xff) | (data[offset + 1] & 0xff) << 8 | (data[offset + 2] & 0xff) << 16;
  }

  @Override
  public ImageHeader header() {
    return header;
  }

  @Override
  public BufferedImage decode() throws IOException, UnreadableImageException {
    return ImageReaders.read(new WebPImageReaderSpi(), firstFrame, reader -> reader.read(0));
  }
}
