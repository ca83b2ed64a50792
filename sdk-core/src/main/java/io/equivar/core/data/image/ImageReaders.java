package io.equivar.core.data.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Runs readers of the Image I/O kind, which must be closed. */
final class ImageReaders {

  private ImageReaders() {}

  /** Returns the provider of Java's own reader, whatever other libraries registered. */
  static ImageReaderSpi providerOfJdk(String formatName) {
    Iterator<ImageReaderSpi> providers =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                ImageReaderSpi.class,
                provider ->
                    provider.getClass().getModule().equals(ImageReader.class.getModule())
                        && List.of(((ImageReaderSpi) provider).getFormatNames())
                            .contains(formatName),
                true);
    return providers.next();
  }

  /** What is done with a reader while its input is open. */
  @FunctionalInterface
  interface Reading<T> {
    T from(ImageReader reader) throws IOException, UnreadableImageException;
  }

  /** Has a reader of {@code provider} read {@code content}. */
  static <T> T read(ImageReaderSpi provider, byte[] content, Reading<T> reading)
      throws IOException, UnreadableImageException {
    ImageReader reader = provider.createReaderInstance();
    try (ImageInputStream in = new ByteArrayImageInputStream(content)) {
      reader.setInput(in, false, false);
      return reading.from(reader);
    } finally {
      reader.dispose();
    }
  }
}
