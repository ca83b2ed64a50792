package io.equivar.core.data.image;

import java.io.IOException;
import org.apache.commons.imaging.FormatCompliance;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffReader;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;

/** Reads what matters of EXIF data, which are laid out as a TIFF file without pixels. */
final class Exif {

  private Exif() {}

  /**
   * Returns the orientation; upright if there is none, or the data cannot be read: damaged metadata
   * do not make an image unreadable.
   *
   * @param tiff the data, from the byte order mark on
   */
  static Orientation orientation(byte[] tiff) {
    try {
      TiffField field =
          new TiffReader(false)
              .readFirstDirectory(ByteSource.array(tiff), false, FormatCompliance.getDefault())
              .directories
              .get(0)
              .findField(TiffTagConstants.TIFF_TAG_ORIENTATION);
      return field == null ? Orientation.UPRIGHT : Orientation.ofCode(field.getIntValue());
    } catch (IOException | RuntimeException e) {
      return Orientation.UPRIGHT;
    }
  }
}
