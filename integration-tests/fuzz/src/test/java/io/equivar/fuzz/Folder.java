package io.equivar.fuzz;

import io.equivar.core.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for the files of a fuzz test, in memory where the system has one there.
 *
 * @param path the folder
 */
record Folder(Path path) {

  private static final Path IN_MEMORY = Path.of("/dev/shm");

  static Folder make() {
    try {
      return new Folder(
          Files.isWritable(IN_MEMORY)
              ? Files.createTempDirectory(IN_MEMORY, "equivar-fuzz-")
              : Files.createTempDirectory("equivar-fuzz-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  Path write(String name, byte[] content) {
    try {
      Files.createDirectories(file(name).getParent());
      return Files.write(file(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Folders.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
