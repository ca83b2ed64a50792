package io.equivar.core.exchange;

import io.equivar.api.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A file of named tensors, told by its content to be safetensors or NumPy's npz. Opening it reads
 * and checks what it says about its tensors and takes no memory in proportion to the sizes that it
 * declares; their elements are read one tensor at a time.
 */
public interface TensorFile extends AutoCloseable {

  /** Returns the tensors by name, in the order of the file. */
  Map<String, TensorHeader> tensors();

  /**
   * Reads the elements of a tensor of {@linkplain ElementType#isFloating() floating} type.
   *
   * @return row-major
   * @throws ConfigurationException if the file is damaged
   */
  float[] read(String name);

  @Override
  void close();

  /**
   * Opens a file.
   *
   * @throws ConfigurationException if there is no such file, it is of another format, or damaged
   */
  static TensorFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw FileProblem.of(
          file,
          "must be a file of weights",
          Files.isDirectory(file) ? "a folder" : "no such file",
          "");
    }
    byte[] start = new byte[Long.BYTES + 1];
    try (InputStream content = Files.newInputStream(file)) {
      start = Arrays.copyOf(start, content.readNBytes(start, 0, start.length));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
      return NpzFile.open(file);
    }
    if (start.length > 1 && start[0] == (byte) 0x80 && start[1] < 6) {
      throw FileProblem.pickle(file);
    }
    if (start.length > Long.BYTES && start[Long.BYTES] == '{') {
      return SafetensorsFile.open(file);
    }
    throw FileProblem.of(
        file,
        "must be a file of weights, safetensors or npz",
        start.length == 0 ? "an empty file" : "another format",
        "If it should be one, it is damaged: get it again");
  }
}
