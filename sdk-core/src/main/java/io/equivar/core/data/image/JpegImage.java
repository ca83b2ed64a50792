package io.equivar.core.data.image;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * A JPEG file: baseline or progressive; grey, YCbCr, RGB, CMYK or YCCK. The lossless processes are
 * refused, which other decoders do not read either.
 */
final class JpegImage implements EncodedImage {

  /** Three for RGB, and four for the CMYK that it may be made of. */
  private static final int WORKING_BYTES_PER_PIXEL = 8;

  private static final int COLOR_BANDS = 3;

  private static final List<Integer> LOSSLESS =
      List.of(JPEG.SOF3, JPEG.SOF7, JPEG.SOF11, JPEG.SOF15);

  private final byte[] content;

  JpegImage(byte[] content) {
    this.content = content;
  }

  @Override
  public ImageHeader header() throws IOException, UnreadableImageException {
    for (int frame : LOSSLESS) {
      if (!segments(frame, JPEGSegmentUtil.ALL_IDS).isEmpty()) {
        throw new UnreadableImageException("is a lossless JPEG image, which cannot be read");
      }
    }
    Orientation orientation = orientation();
    return ImageReaders.read(
        provider(),
        content,
        reader ->
            ImageHeader.whole(
                reader.getWidth(0), reader.getHeight(0), orientation, WORKING_BYTES_PER_PIXEL));
  }

  @Override
  public BufferedImage decode() throws IOException, UnreadableImageException {
    return ImageReaders.read(
        provider(),
        content,
        reader -> {
          JpegLosses losses = new JpegLosses();
          reader.addIIOReadWarningListener(losses);
          ImageReadParam parameters = reader.getDefaultReadParam();
          ImageTypeSpecifier stored = reader.getRawImageType(0);
          if (stored.getNumBands() <= COLOR_BANDS) {
            // Without this the embedded profile would be applied; CMYK needs its own.
            parameters.setDestinationType(stored);
          }
          BufferedImage image = reader.read(0, parameters);
          losses.check();
          return image;
        });
  }

  private Orientation orientation() throws IOException {
    List<JPEGSegment> exif = segments(JPEG.APP1, List.of("Exif"));
    if (exif.isEmpty()) {
      return Orientation.UPRIGHT;
    }
    try (InputStream data = exif.get(0).data()) {
      // A byte of padding follows the identifier; metadata cut short do not spoil the image.
      return data.read() < 0 ? Orientation.UPRIGHT : Exif.orientation(data.readAllBytes());
    }
  }

  private List<JPEGSegment> segments(int marker, List<String> identifiers) throws IOException {
    try (ImageInputStream in = new ByteArrayImageInputStream(content)) {
      return JPEGSegmentUtil.readSegments(in, Map.of(marker, identifiers));
    }
  }

  /** The provider finds the JDK's decoder, which it builds on, when it is told of a registry. */
  private static ImageReaderSpi provider() {
    JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
    provider.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
    return provider;
  }
}
