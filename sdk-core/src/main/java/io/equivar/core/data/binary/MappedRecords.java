package io.equivar.core.data.binary;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of records, mapped into memory in segments of whole records. The mapping ends some time
 * after this is no longer referenced.
 */
final class MappedRecords {

  private final RecordLayout layout;
  private final int count;
  private final int recordsPerSegment;
  private final List<MappedByteBuffer> segments;

  private MappedRecords(
      RecordLayout layout, int count, int recordsPerSegment, List<MappedByteBuffer> segments) {
    this.layout = layout;
    this.count = count;
    this.recordsPerSegment = recordsPerSegment;
    this.segments = segments;
  }

  /**
   * Maps all whole records of a file.
   *
   * @param segmentBytes how much one mapping holds at most, at least a record
   */
  static MappedRecords of(Path file, RecordLayout layout, int segmentBytes) throws IOException {
    int recordBytes = layout.recordBytes();
    int recordsPerSegment = segmentBytes / recordBytes;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int count = Math.toIntExact(channel.size() / recordBytes);
      List<MappedByteBuffer> segments = new ArrayList<>();
      for (int first = 0; first < count; first += recordsPerSegment) {
        long records = Math.min(recordsPerSegment, count - first);
        segments.add(
            channel.map(
                FileChannel.MapMode.READ_ONLY, (long) first * recordBytes, records * recordBytes));
      }
      return new MappedRecords(layout, count, recordsPerSegment, List.copyOf(segments));
    }
  }

  /** Returns the number of records. */
  int count() {
    return count;
  }

  /** Returns the class that a record says, an unsigned byte. */
  int label(int index) {
    return segment(index).get(start(index) + layout.labelBytes() - 1) & 0xff;
  }

  /** Copies an image as {@code [height, width, 3]}. */
  void read(int index, byte[] target, int offset) {
    layout
        .order()
        .copy(segment(index), start(index) + layout.labelBytes(), layout.shape(), target, offset);
  }

  private MappedByteBuffer segment(int index) {
    return segments.get(index / recordsPerSegment);
  }

  private int start(int index) {
    return index % recordsPerSegment * layout.recordBytes();
  }
}
