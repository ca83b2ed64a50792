package io.equivar.core.data.cache;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.MappedFile;
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
  private final MappedFile pixels;

  private CachedImages(
      CacheHeader header, CacheIndex index, CacheReport report, MappedFile pixels) {
    this.header = header;
    this.index = index;
    this.report = report;
    this.pixels = pixels;
  }

  /**
   * Opens a file and checks all of it.
   *
   * @param source what the file must have been made of
   * @param reportFile where the files that were left out are listed
   * @param segmentBytes how much one mapping holds at most
   * @throws UnusableCacheException if the file is damaged, or made of something else
   */
  static CachedImages open(Path file, ImageSource source, Path reportFile, int segmentBytes)
      throws IOException, UnusableCacheException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      CacheHeader header =
          CacheHeader.ofBytes(ByteBuffer.wrap(read(channel, 0, CacheHeader.BYTES)));
      if (!header.isOf(source.shape(), channel.size())) {
        throw new UnusableCacheException("is damaged");
      }
      byte[] indexBytes =
          read(channel, CacheHeader.BYTES + header.pixelsBytes(), header.indexBytes());
      CRC32C checksum = new CRC32C();
      checksum.update(indexBytes);
      if ((int) checksum.getValue() != header.indexChecksum()) {
        throw new UnusableCacheException("is damaged");
      }
      CacheIndex index = CacheIndex.ofBytes(indexBytes, header.count());
      if (!index.fingerprint().equals(source.fingerprint())) {
        throw new UnusableCacheException("is older than the files that it was made of");
      }
      return new CachedImages(
          header,
          index,
          new CacheReport(index.offered(), index.leftOut(), reportFile),
          pixels(file, header, segmentBytes));
    }
  }

  private static MappedFile pixels(Path file, CacheHeader header, int segmentBytes)
      throws IOException, UnusableCacheException {
    MappedFile pixels =
        MappedFile.open(file, CacheHeader.BYTES, header.imageBytes(), header.count(), segmentBytes);
    CRC32C checksum = new CRC32C();
    pixels.segments().forEach(checksum::update);
    if ((int) checksum.getValue() != header.pixelsChecksum()) {
      pixels.close();
      throw new UnusableCacheException("is damaged");
    }
    return pixels;
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
    pixels.read(Objects.checkIndex(index, size()), 0, target, offset, header.imageBytes());
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
    pixels.close();
  }
}
