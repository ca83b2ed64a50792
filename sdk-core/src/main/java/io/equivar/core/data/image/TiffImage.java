package io.equivar.core.data.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.imaging.FormatCompliance;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffDirectory;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffImageParser;
import org.apache.commons.imaging.formats.tiff.TiffImagingParameters;
import org.apache.commons.imaging.formats.tiff.TiffReader;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfo;

/**
 * A TIFF file; of several pages, the first. TIFF has endless variants: those that a decoder is
 * known to get wrong without saying so are given to another, or refused.
 */
final class TiffImage implements EncodedImage {

  /** Four for the pixels, and strips of up to eight bytes per pixel, packed and unpacked. */
  private static final int WORKING_BYTES_PER_PIXEL = 24;

  private static final int UNSIGNED = 1;
  private static final int PLANES = 2;

  private final byte[] content;
  private final TiffDirectory page;

  private TiffImage(byte[] content, TiffDirectory page) {
    this.content = content;
    this.page = page;
  }

  /**
   * Takes a file.
   *
   * @throws UnreadableImageException if no decoder reads its kind of samples rightly
   */
  static TiffImage of(byte[] content) throws IOException, UnreadableImageException {
    TiffDirectory page =
        new TiffReader(false)
            .readFirstDirectory(ByteSource.array(content), false, FormatCompliance.getDefault())
            .directories
            .get(0);
    TiffImage image = new TiffImage(content, page);
    int bits =
        Arrays.stream(image.values(TiffTagConstants.TIFF_TAG_BITS_PER_SAMPLE)).max().orElse(1);
    int format =
        Arrays.stream(image.values(TiffTagConstants.TIFF_TAG_SAMPLE_FORMAT)).max().orElse(UNSIGNED);
    if (bits > 16 || format != UNSIGNED) {
      throw new UnreadableImageException(
          "is a TIFF image of %d bits per sample; whole numbers of at most 16 bits can be read"
              .formatted(bits));
    }
    if (bits != 8 && image.value(TiffTagConstants.TIFF_TAG_PREDICTOR, 1) != 1) {
      throw new UnreadableImageException(
          "is a TIFF image with a predictor of %d-bit samples, which cannot be read"
              .formatted(bits));
    }
    return image;
  }

  @Override
  public ImageHeader header() throws IOException {
    return ImageHeader.whole(
        value(TiffTagConstants.TIFF_TAG_IMAGE_WIDTH, 0),
        value(TiffTagConstants.TIFF_TAG_IMAGE_LENGTH, 0),
        Orientation.ofCode(value(TiffTagConstants.TIFF_TAG_ORIENTATION, 1)),
        WORKING_BYTES_PER_PIXEL);
  }

  @Override
  public BufferedImage decode() throws IOException, UnreadableImageException {
    // Commons Imaging overlooks the alpha of grey images and fails on planes.
    boolean greyWithAlpha = value(TiffTagConstants.TIFF_TAG_SAMPLES_PER_PIXEL, 1) == 2;
    if (greyWithAlpha || value(TiffTagConstants.TIFF_TAG_PLANAR_CONFIGURATION, 1) == PLANES) {
      return ImageReaders.read(
          ImageReaders.providerOfJdk("tiff"), content, reader -> reader.read(0));
    }
    return new TiffImageParser()
        .getBufferedImage(ByteSource.array(content), new TiffImagingParameters());
  }

  private int value(TagInfo tag, int otherwise) throws IOException {
    return Arrays.stream(values(tag)).findFirst().orElse(otherwise);
  }

  private int[] values(TagInfo tag) throws IOException {
    TiffField field = page.findField(tag);
    return field == null ? new int[0] : field.getIntArrayValue();
  }
}
