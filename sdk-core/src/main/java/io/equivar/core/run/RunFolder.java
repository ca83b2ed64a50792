package io.equivar.core.run;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.checkpoint.Checkpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder that holds everything about a run.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {

  private static final String CONFIGURATION = "config.yaml";
  private static final String LOCK = "lock";

  /**
   * Makes a new folder.
   *
   * @throws ConfigurationException if there is something in it already: no run overwrites another
   * @throws UncheckedIOException if it cannot be made
   */
  public static RunFolder create(Path path) {
    try {
      Files.createDirectories(path);
      try (Stream<Path> content = Files.list(path)) {
        // A lock is left behind by a run that had nothing to train on.
        if (content.anyMatch(file -> !file.endsWith(LOCK))) {
          throw new ConfigurationException(
              new Problem(
                  "--out",
                  "must be a new or empty folder",
                  path.toString(),
                  "Name another one, or remove what is in it"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot make the run folder " + path + ". Name another one, or make room for it", e);
    }
    return new RunFolder(path);
  }

  /** Returns what is told where a file of the folder cannot be written. */
  static UncheckedIOException unwritable(Path folder, IOException cause) {
    return new UncheckedIOException(
        "cannot write into the run folder " + folder + ". Make room or the folder writable", cause);
  }

  /**
   * Opens the folder of a run that has been made.
   *
   * @throws ConfigurationException if it is not one
   */
  public static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!Files.isRegularFile(folder.configuration())) {
      throw new ConfigurationException(
          new Problem(
              "RUN",
              "must be the folder of a run, with a " + CONFIGURATION,
              path.toString(),
              "Name a folder that 'equivar train' made"));
    }
    return folder;
  }

  /** Returns the resolved configuration. */
  public Path configuration() {
    return path.resolve(CONFIGURATION);
  }

  /** Returns the metrics, a JSON object a line. */
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  /** Returns the folder of the event files for TensorBoard. */
  public Path events() {
    return path.resolve("events");
  }

  /** Returns the checkpoints. */
  public Checkpoints checkpoints() {
    return new Checkpoints(path.resolve("checkpoints"));
  }

  /** Returns the plugins that were installed when the training began. */
  public Path plugins() {
    return path.resolve("plugins.json");
  }

  /** Returns the file that is locked while a training uses the folder. */
  Path lock() {
    return path.resolve(LOCK);
  }

  /** Returns what the run came to. */
  public Path summary() {
    return path.resolve("summary.json");
  }

  /** Returns the page that shows the run. */
  public Path report() {
    return path.resolve("report.html");
  }

  /** Returns the result of an evaluation, by the name of its protocol. */
  public Path evaluation(String protocol) {
    return path.resolve("evaluation-" + protocol + ".json");
  }
}
