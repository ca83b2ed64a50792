package io.equivar.core.data.image;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Collects the warnings that mean that pixels are missing or wrong. The decoder fills what it
 * cannot decode with grey and only warns.
 */
final class JpegLosses implements IIOReadWarningListener {

  private final List<String> losses = new ArrayList<>();

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    boolean corrupt = warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous");
    if (corrupt || warning.startsWith("Truncated") || warning.startsWith("Premature end")) {
      losses.add(warning);
    }
  }

  /** Refuses the image if there were any. */
  void check() throws UnreadableImageException {
    if (!losses.isEmpty()) {
      throw new UnreadableImageException("is a damaged JPEG image: " + losses.get(0));
    }
  }
}
