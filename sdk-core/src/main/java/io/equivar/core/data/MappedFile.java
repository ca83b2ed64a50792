package io.equivar.core.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Equally long records of a file, mapped into memory in segments, because one mapping holds at most
 * 2 GiB. Safe for use by several threads at once. The file may be deleted meanwhile, but must keep
 * its content: one that has become shorter is noticed, since what is missing would read as zeros.
 *
 * <p>Closing it lets go of the mappings; they end when the garbage collector comes by.
 */
public final class MappedFile implements AutoCloseable {

  private final Path path;
  // Unlike a channel's, its length can be asked for by a thread that is interrupted.
  private final RandomAccessFile file;
  private final long bytes;
  private final int recordBytes;
  private final int count;
  private final int recordsPerSegment;
  private volatile List<MappedByteBuffer> segments;

  private MappedFile(
      Path path,
      RandomAccessFile file,
      long start,
      int recordBytes,
      int count,
      int recordsPerSegment,
      List<MappedByteBuffer> segments) {
    this.path = path;
    this.file = file;
    this.bytes = start + (long) count * recordBytes;
    this.recordBytes = recordBytes;
    this.count = count;
    this.recordsPerSegment = recordsPerSegment;
    this.segments = List.copyOf(segments);
  }

  /**
   * Maps records.
   *
   * @param start the place of the first in the file
   * @param recordBytes length of a record, at least 1
   * @param count number of records
   * @param segmentBytes how much one mapping holds at most, at least a record
   * @throws IOException if the file cannot be read, or ends too early
   */
  public static MappedFile open(Path path, long start, int recordBytes, int count, int segmentBytes)
      throws IOException {
    int recordsPerSegment = segmentBytes / recordBytes;
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      if (file.length() < start + (long) count * recordBytes) {
        throw new EOFException(path + " ends too early");
      }
      List<MappedByteBuffer> segments = new ArrayList<>();
      for (int first = 0; first < count; first += recordsPerSegment) {
        int records = Math.min(recordsPerSegment, count - first);
        segments.add(
            file.getChannel()
                .map(
                    FileChannel.MapMode.READ_ONLY,
                    start + (long) first * recordBytes,
                    (long) records * recordBytes));
      }
      return new MappedFile(path, file, start, recordBytes, count, recordsPerSegment, segments);
    } catch (IOException | RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  /** Returns the number of records. */
  public int count() {
    return count;
  }

  /**
   * Copies a part of a record.
   *
   * @param place of the first byte in the record
   * @throws IndexOutOfBoundsException if there is no such record, or {@code target} ends too early
   * @throws UncheckedIOException if the file no longer holds it
   * @throws IllegalStateException if the file is closed
   */
  public void read(int record, int place, byte[] target, int offset, int length) {
    List<MappedByteBuffer> mapped = segments;
    if (mapped.isEmpty()) {
      throw new IllegalStateException("the image set is closed");
    }
    MappedByteBuffer segment = mapped.get(record / recordsPerSegment);
    int start = record % recordsPerSegment * recordBytes + place;
    // Before, since Java may tell of a fault some instructions late; after, since it may shrink
    // now.
    requireLength();
    try {
      segment.get(start, target, offset, length);
    } catch (InternalError e) {
      // What Java makes of a page that is mapped and no longer there.
      throw gone(e, "what is missing cannot be read");
    }
    requireLength();
  }

  private void requireLength() {
    try {
      long length = file.length();
      if (length < bytes) {
        throw gone(null, String.format(Locale.ROOT, "it had %,d bytes and has %,d", bytes, length));
      }
    } catch (IOException e) {
      throw gone(e, "its length is not known");
    }
  }

  private UncheckedIOException gone(@Nullable Throwable cause, String detail) {
    return new UncheckedIOException(
        "the data file "
            + path
            + " changed or vanished while it was in use. Put it back and leave it as it is while a"
            + " run needs it",
        new IOException(detail, cause));
  }

  /** Returns all records of a segment after the other, for a checksum. */
  public List<MappedByteBuffer> segments() {
    return segments.stream().map(MappedByteBuffer::duplicate).toList();
  }

  @Override
  public void close() {
    segments = List.of();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + path, e);
    }
  }
}
