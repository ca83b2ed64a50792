package io.equivar.core.checkpoint;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.files.Folders;
import io.equivar.core.graph.GraphSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of a run: a folder each. One is written beside the others and takes its name when
 * it is complete on disk, so that a name stands for a whole checkpoint, whenever the process or the
 * machine stops.
 *
 * @param folder that holds them
 */
public record Checkpoints(Path folder) {

  private static final Pattern NAME = Pattern.compile("step-\\d{12}");
  private static final String FRESH = "new";
  private static final String GOING = "old";

  /**
   * Writes a checkpoint, then removes those that are no longer wanted.
   *
   * @param configuration of the run, as YAML
   * @param keep how many of the last ones to keep, at least 1; the one with the least loss is kept
   *     as well
   * @throws UncheckedIOException if it cannot be written; the others are still there
   */
  public Checkpoint save(GraphSession session, Position position, String configuration, int keep) {
    Path target = folder.resolve("step-%012d".formatted(position.step()));
    Path fresh = folder.resolve(FRESH);
    try {
      Files.createDirectories(folder);
      Folders.delete(fresh);
      Files.createDirectories(fresh);
      Checkpoint.write(fresh, session, position, configuration);
      Folders.synchronize(fresh);
      discard(target);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      Folders.synchronize(folder);
      prune(keep);
    } catch (IOException e) {
      discardHalf(fresh, e);
      throw new UncheckedIOException(
          "cannot write a checkpoint into "
              + folder
              + "; earlier ones are untouched. Make room or the folder writable, then go on with"
              + " --resume",
          e);
    }
    return new Checkpoint(target, position);
  }

  /** What could not be finished must not take the room of what is written next. */
  private static void discardHalf(Path fresh, IOException failure) {
    try {
      Folders.delete(fresh);
    } catch (IOException | UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Returns the last checkpoint that is complete and as it was written.
   *
   * @param notices is told of damaged ones that are passed over
   */
  public Optional<Checkpoint> latest(Consumer<String> notices) {
    for (Path candidate : candidates()) {
      Optional<String> problem = Checksums.problem(candidate);
      if (problem.isEmpty()) {
        try {
          return Optional.of(new Checkpoint(candidate, checkedPosition(candidate)));
        } catch (IOException e) {
          problem = Optional.of("cannot be read: " + e.getMessage());
        }
      }
      notices.accept(
          "checkpoint " + candidate + " " + problem.orElseThrow() + "; the one before it is used");
    }
    return Optional.empty();
  }

  /**
   * Returns the last checkpoint that is complete and as it was written.
   *
   * @throws ConfigurationException if there is none
   */
  public Checkpoint require(Consumer<String> notices) {
    return latest(notices)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    new Problem(
                        folder.toString(),
                        "must hold a complete checkpoint",
                        candidates().isEmpty() ? "none" : "damaged ones only",
                        "Name a run that has trained for a while, or train again")));
  }

  private Position checkedPosition(Path candidate) throws IOException {
    int format = Checkpoint.readFormat(candidate);
    if (format != Position.FORMAT) {
      throw new ConfigurationException(
          new Problem(
              candidate.toString(),
              "must be a checkpoint of format " + Position.FORMAT,
              "format " + format,
              "Use the version of Equivar that wrote it"));
    }
    return Checkpoint.readPosition(candidate);
  }

  /** Returns the folders that have the name of a checkpoint, the latest first. */
  private List<Path> candidates() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> NAME.matcher(String.valueOf(path.getFileName())).matches())
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the checkpoints in " + folder, e);
    }
  }

  private void prune(int keep) throws IOException {
    List<Path> all = candidates();
    List<Path> unwanted = new ArrayList<>(all.subList(Math.min(keep, all.size()), all.size()));
    best(all).ifPresent(unwanted::remove);
    for (Path path : unwanted) {
      discard(path);
    }
  }

  private static Optional<Path> best(List<Path> all) {
    Optional<Path> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (Path path : all) {
      try {
        double loss = Checkpoint.readPosition(path).loss();
        if (loss < least) {
          least = loss;
          best = Optional.of(path);
        }
      } catch (IOException e) {
        // What cannot be read is not the best.
      }
    }
    return best;
  }

  /** Takes the name away first: a half-deleted folder must not look like a damaged checkpoint. */
  private void discard(Path checkpoint) throws IOException {
    Path going = folder.resolve(GOING);
    Folders.delete(going);
    if (Files.exists(checkpoint)) {
      Files.move(checkpoint, going, StandardCopyOption.ATOMIC_MOVE);
      Folders.delete(going);
    }
  }
}
