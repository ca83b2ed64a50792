package io.equivar.core.data.binary;

import io.equivar.core.data.MappedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of records, mapped into memory.
 *
 * @param layout of a record
 * @param file the records
 */
record MappedRecords(RecordLayout layout, MappedFile file) implements AutoCloseable {

  /**
   * Maps all whole records of a file.
   *
   * @param segmentBytes how much one mapping holds at most, at least a record
   */
  static MappedRecords of(Path file, RecordLayout layout, int segmentBytes) throws IOException {
    long count = Files.size(file) / layout.recordBytes();
    if (count > Integer.MAX_VALUE) {
      throw new IOException("it holds more than " + Integer.MAX_VALUE + " images");
    }
    return new MappedRecords(
        layout, MappedFile.open(file, 0, layout.recordBytes(), (int) count, segmentBytes));
  }

  /** Returns the number of records. */
  int count() {
    return file.count();
  }

  /** Returns the class that a record says, an unsigned byte. */
  int label(int index) {
    byte[] label = new byte[1];
    file.read(index, layout.labelBytes() - 1, label, 0, 1);
    return label[0] & 0xff;
  }

  /** Copies an image as {@code [height, width, 3]}. */
  void read(int index, byte[] target, int offset) {
    // At once, since a file that shrinks is noticed at once then, and not some bytes later.
    byte[] planes = new byte[layout.recordBytes() - layout.labelBytes()];
    file.read(index, layout.labelBytes(), planes, 0, planes.length);
    layout.order().copy(ByteBuffer.wrap(planes), 0, layout.shape(), target, offset);
  }

  @Override
  public void close() {
    file.close();
  }
}
