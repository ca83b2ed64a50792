package io.equivar.core.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.graph.GraphSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * All variables of a training and how far it was. A checkpoint is written beside the last one and
 * takes its place when it is complete on disk, so that there is a good one at every moment.
 *
 * @param path the folder
 */
public record CheckpointFolder(Path path) {

  private static final String POSITION = "position.json";
  private static final String VARIABLES = "variables";

  /**
   * How far a training was.
   *
   * @param format version of the layout of the folder
   * @param step number of steps made
   * @param epoch number of epochs completed
   */
  public record Position(int format, long step, int epoch) {

    /** The version of the layout that is written. */
    public static final int FORMAT = 1;
  }

  /**
   * Replaces the checkpoint.
   *
   * @throws UncheckedIOException if it cannot be written; the last one is still there
   */
  public void save(GraphSession session, long step, int epoch) {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Path old = path.resolveSibling(path.getFileName() + ".old");
    try {
      Folders.delete(fresh);
      Folders.delete(old);
      Files.createDirectories(fresh);
      session.save(fresh.resolve(VARIABLES));
      new ObjectMapper()
          .writeValue(fresh.resolve(POSITION).toFile(), new Position(Position.FORMAT, step, epoch));
      synchronize(fresh);
      if (Files.exists(path)) {
        Files.move(path, old, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
      Folders.delete(old);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the checkpoint " + path, e);
    }
  }

  /**
   * Returns what {@link GraphSession#restore} takes.
   *
   * @throws ConfigurationException if there is no checkpoint, or one of another format
   */
  public Path variables() {
    Position position = position();
    if (position.format() != Position.FORMAT) {
      throw new ConfigurationException(
          new Problem(
              path.toString(),
              "must be a checkpoint of format " + Position.FORMAT,
              "format " + position.format(),
              "Use the version of Equivar that wrote it"));
    }
    return path.resolve(VARIABLES);
  }

  /**
   * Returns how far the training was.
   *
   * @throws ConfigurationException if there is no checkpoint, or it cannot be read
   */
  public Position position() {
    Path file = path.resolve(POSITION);
    try {
      return new ObjectMapper().readValue(file.toFile(), Position.class);
    } catch (IOException e) {
      throw new ConfigurationException(
          new Problem(
              path.toString(),
              "must hold a complete checkpoint",
              Files.exists(file) ? "an unreadable " + POSITION : "no " + POSITION,
              "Name a run whose training ended, or train again"));
    }
  }

  private static void synchronize(Path folder) throws IOException {
    for (Path file : Folders.contents(folder)) {
      if (Files.isRegularFile(file)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }
}
