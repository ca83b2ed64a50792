package io.equivar.core.data.cache;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Equally long records of a file, mapped into memory in segments, because one mapping holds at most
 * 2 GiB. The mapping ends when it is no longer referenced.
 */
final class MappedPixels {

  private final int recordBytes;
  private final int recordsPerSegment;
  private final List<MappedByteBuffer> segments;

  private MappedPixels(int recordBytes, int recordsPerSegment, List<MappedByteBuffer> segments) {
    this.recordBytes = recordBytes;
    this.recordsPerSegment = recordsPerSegment;
    this.segments = segments;
  }

  /**
   * Maps records.
   *
   * @param start the place of the first in the file
   * @param segmentBytes how much one mapping holds at most, at least a record
   */
  static MappedPixels of(FileChannel file, long start, int recordBytes, int count, int segmentBytes)
      throws IOException {
    int recordsPerSegment = segmentBytes / recordBytes;
    List<MappedByteBuffer> segments = new ArrayList<>();
    for (int first = 0; first < count; first += recordsPerSegment) {
      int records = Math.min(recordsPerSegment, count - first);
      segments.add(
          file.map(
              FileChannel.MapMode.READ_ONLY,
              start + (long) first * recordBytes,
              (long) records * recordBytes));
    }
    return new MappedPixels(recordBytes, recordsPerSegment, segments);
  }

  /** Copies a record. */
  void read(int index, byte[] target, int offset) {
    segments
        .get(index / recordsPerSegment)
        .get(index % recordsPerSegment * recordBytes, target, offset, recordBytes);
  }

  /** Returns the CRC-32C of all records. */
  int checksum() {
    CRC32C checksum = new CRC32C();
    for (MappedByteBuffer segment : segments) {
      checksum.update(segment.duplicate());
    }
    return (int) checksum.getValue();
  }
}
