package io.equivar.core.files;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file or folder to write that appears whole or not at all: it is written beside its place, under
 * a name of its own, and takes its name when it is on disk.
 *
 * @param target the file or folder
 * @param overwrite whether to replace one that is there
 */
public record NewOutput(Path target, boolean overwrite) {

  private static final String MODEL = "saved_model.pb";
  private static final int BUFFER_BYTES = 1 << 16;

  /** Writes a file or the files of a folder. */
  @FunctionalInterface
  public interface Writer<T> {

    /** Writes. */
    void write(T to) throws IOException, InterruptedException;
  }

  /**
   * Refuses what is there already, before any work is done.
   *
   * @param folder whether a folder is to be written
   * @throws ConfigurationException if there is something and it may not be replaced
   */
  public void requireFree(boolean folder) {
    if (!Files.exists(target)) {
      return;
    }
    if (!overwrite) {
      throw refused("must not exist yet", "Name another one, or allow it with --overwrite");
    }
    if (folder ? !isModel(target) : !Files.isRegularFile(target)) {
      throw refused(
          folder ? "must be a SavedModel, to be replaced" : "must be a file, to be replaced",
          "Name another one, or remove what is there");
    }
  }

  private ConfigurationException refused(String rule, String nextStep) {
    return new ConfigurationException(new Problem("--out", rule, target.toString(), nextStep));
  }

  private static boolean isModel(Path path) {
    return Files.isRegularFile(path.resolve(MODEL));
  }

  /**
   * Writes a file.
   *
   * @throws ConfigurationException if there is one that may not be replaced
   * @throws UncheckedIOException if it cannot be written; what was there is still there
   */
  public void file(Writer<? super OutputStream> writer) throws InterruptedException {
    requireFree(false);
    try {
      Path partial = partial();
      try {
        try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(partial), BUFFER_BYTES)) {
          writer.write(out);
        }
        synchronize(partial);
        Files.move(
            partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        synchronizeNames(partial);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target, e);
    }
  }

  /**
   * Writes a SavedModel's folder.
   *
   * @throws ConfigurationException if there is one that may not be replaced
   * @throws UncheckedIOException if it cannot be written; what was there is still there
   */
  public void folder(Writer<? super Path> writer) throws InterruptedException {
    requireFree(true);
    try {
      Path partial = partial();
      Path replaced = partial.resolveSibling(partial.getFileName() + ".replaced");
      try {
        delete(partial);
        Files.createDirectories(partial);
        writer.write(partial);
        synchronizeFiles(partial);
        if (Files.exists(target)) {
          Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
          Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
          if (Files.exists(replaced)) {
            Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
          }
          throw e;
        }
        synchronizeNames(partial);
        delete(replaced);
      } finally {
        delete(partial);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target, e);
    }
  }

  private Path partial() throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    if (folder == null) {
      throw new IOException("it has no name");
    }
    Files.createDirectories(folder);
    return absolute.resolveSibling(
        "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
  }

  private static void synchronizeFiles(Path folder) throws IOException {
    for (Path file : contents(folder)) {
      if (Files.isRegularFile(file)) {
        synchronize(file);
      }
    }
  }

  private static void synchronize(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void synchronizeNames(Path written) {
    try (FileChannel channel =
        FileChannel.open(written.resolveSibling(""), StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system opens folders; the file itself is on disk.
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path file : contents(folder)) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> contents(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
