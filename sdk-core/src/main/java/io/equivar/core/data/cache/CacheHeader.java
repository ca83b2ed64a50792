package io.equivar.core.data.cache;

import io.equivar.api.graph.ImageShape;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The first {@value #BYTES} bytes of a cache file. The pixels follow, image by image; the
 * {@linkplain CacheIndex index} is last, because it is known last.
 *
 * @param shape of the images
 * @param count number of images
 * @param pixelsChecksum CRC-32C of all pixels
 * @param indexBytes length of the index
 * @param indexChecksum CRC-32C of the index
 */
record CacheHeader(
    ImageShape shape, int count, int pixelsChecksum, int indexBytes, int indexChecksum) {

  static final int BYTES = 64;

  /** Grows whenever the layout of the file changes. */
  private static final int FORMAT_VERSION = 1;

  /** {@code EQUIVIMG}. */
  private static final long MAGIC = 0x4551554956494d47L;

  private static final int CHECKSUM_PLACE = BYTES - Integer.BYTES;

  int imageBytes() {
    return 3 * shape.height() * shape.width();
  }

  long pixelsBytes() {
    return (long) count * imageBytes();
  }

  /** Returns whether this is the head of a file of a length, with images of a size. */
  boolean isOf(ImageShape wanted, long fileBytes) {
    return shape.equals(wanted)
        && count > 0
        && indexBytes >= 0
        && BYTES + pixelsBytes() + indexBytes == fileBytes;
  }

  ByteBuffer toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(MAGIC).putInt(FORMAT_VERSION).putInt(shape.height()).putInt(shape.width());
    bytes.putInt(count).putInt(pixelsChecksum).putInt(indexBytes).putInt(indexChecksum);
    return bytes.putInt(CHECKSUM_PLACE, checksum(bytes)).rewind();
  }

  /**
   * Reads a header.
   *
   * @param bytes {@value #BYTES} bytes
   * @throws UnusableCacheException if it is not one of this format and version
   */
  static CacheHeader ofBytes(ByteBuffer bytes) throws UnusableCacheException {
    if (bytes.getLong(0) != MAGIC) {
      throw new UnusableCacheException("is not a cache of images");
    }
    if (bytes.getInt(8) != FORMAT_VERSION) {
      throw new UnusableCacheException("was written by another version of the program");
    }
    if (bytes.getInt(CHECKSUM_PLACE) != checksum(bytes)) {
      throw new UnusableCacheException("is damaged");
    }
    if (bytes.getInt(12) < 1 || bytes.getInt(16) < 1) {
      throw new UnusableCacheException("is damaged");
    }
    return new CacheHeader(
        new ImageShape(bytes.getInt(12), bytes.getInt(16)),
        bytes.getInt(20),
        bytes.getInt(24),
        bytes.getInt(28),
        bytes.getInt(32));
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.duplicate().position(0).limit(CHECKSUM_PLACE));
    return (int) checksum.getValue();
  }
}
