package io.equivar.core.data.cache;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.ImageSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

/** The images of a cache file. */
public final class CachedImages implements ImageSet {

  private final CacheHeader header;
  private final CacheIndex index;
  private final CacheReport report;
  private final MappedPixels pixels;
  private volatile boolean closed;

  private CachedImages(
      CacheHeader header, CacheIndex index, CacheReport report, MappedPixels pixels) {
    this.header = header;
    this.index = index;
    this.report = report;
    this.pixels = pixels;
  }

  /**
   * Opens a file and checks all of it.
   *
   * @param fingerprint that the file must have
   * @param reportFile where the files that were left out are listed
   * @param segmentBytes how much one mapping holds at most
   * @throws UnusableCacheException if the file is damaged, or made of something else
   */
  static CachedImages open(Path file, String fingerprint, Path reportFile, int segmentBytes)
      throws IOException, UnusableCacheException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      CacheHeader header =
          CacheHeader.ofBytes(ByteBuffer.wrap(read(channel, 0, CacheHeader.BYTES)));
      if (channel.size() != header.fileBytes()) {
        throw new UnusableCacheException("is damaged");
      }
      byte[] indexBytes =
          read(channel, CacheHeader.BYTES + header.pixelsBytes(), header.indexBytes());
      CRC32C checksum = new CRC32C();
      checksum.update(indexBytes);
      if ((int) checksum.getValue() != header.indexChecksum()) {
        throw new UnusableCacheException("is damaged");
      }
      CacheIndex index = CacheIndex.ofBytes(indexBytes);
      if (!index.fingerprint().equals(fingerprint)) {
        throw new UnusableCacheException("is older than the files that it was made of");
      }
      MappedPixels pixels =
          MappedPixels.of(
              channel, CacheHeader.BYTES, header.imageBytes(), header.count(), segmentBytes);
      if (pixels.checksum() != header.pixelsChecksum()) {
        throw new UnusableCacheException("is damaged");
      }
      CacheReport report = new CacheReport(index.offered(), index.leftOut(), reportFile);
      return new CachedImages(header, index, report, pixels);
    }
  }

  private static byte[] read(FileChannel channel, long start, int length)
      throws IOException, UnusableCacheException {
    byte[] bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, start + buffer.position()) < 0) {
        throw new UnusableCacheException("is damaged");
      }
    }
    return bytes;
  }

  /** Returns the places in the source of the images that were left out for reasons outside them. */
  List<Integer> undecided() {
    return index.undecided();
  }

  /** Returns which files were left out when the cache was made. */
  public CacheReport report() {
    return report;
  }

  @Override
  public int size() {
    return header.count();
  }

  @Override
  public ImageShape shape() {
    return header.shape();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the set is closed
   */
  @Override
  public void read(int index, byte[] target, int offset) {
    if (closed) {
      throw new IllegalStateException("the image set is closed");
    }
    pixels.read(Objects.checkIndex(index, size()), target, offset);
  }

  @Override
  public int label(int index) {
    return this.index.labels().get(index);
  }

  @Override
  public List<String> classNames() {
    return index.classNames();
  }

  @Override
  public void close() {
    closed = true;
  }
}
