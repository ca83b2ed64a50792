package io.equivar.core.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes npz: equal arrays make equal bytes. Nothing is compressed, as by {@code numpy.savez}. */
final class NpzWriter implements AutoCloseable {

  /** The first time that a zip archive can hold. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream archive;

  NpzWriter(OutputStream out) {
    archive = new ZipOutputStream(out);
    archive.setLevel(Deflater.NO_COMPRESSION);
  }

  /** Sets the comment of the archive, which {@code numpy.load} passes over. */
  void comment(String text) {
    archive.setComment(text);
  }

  /** Writes an array of numbers. */
  void array(OutgoingTensor tensor) throws IOException {
    TensorHeader header = tensor.header();
    begin(header.name(), header.type().numpy(), header.shape()).write(tensor.data().array());
    end();
  }

  /**
   * Begins an array, whose bytes are then to be written.
   *
   * @param description NumPy's, of the type of the elements
   */
  OutputStream begin(String name, String description, List<Long> shape) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(TIME);
    archive.putNextEntry(entry);
    archive.write(NpyHeader.format(description, shape));
    return archive;
  }

  /** Ends the array. */
  void end() throws IOException {
    archive.closeEntry();
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
