package io.equivar.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes metrics as JSON lines, each complete on disk before the training goes on. */
public final class MetricsLog implements AutoCloseable {

  private final ObjectMapper json;
  private final BufferedWriter writer;
  private @Nullable Metrics first;
  private @Nullable Metrics last;

  private MetricsLog(ObjectMapper json, BufferedWriter writer, List<Metrics> kept) {
    this.json = json;
    this.writer = writer;
    this.first = kept.isEmpty() ? null : kept.get(0);
    this.last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
  }

  /**
   * Starts a log, or goes on with one.
   *
   * @param step lines of later steps, which are made again, and a torn last line are removed
   * @throws UncheckedIOException if the file cannot be written
   */
  public static MetricsLog open(Path file, long step) {
    ObjectMapper json = new ObjectMapper();
    try {
      List<Metrics> kept = Files.exists(file) ? read(json, file, step) : List.of();
      StringBuilder lines = new StringBuilder();
      for (Metrics metrics : kept) {
        lines.append(json.writeValueAsString(metrics)).append(System.lineSeparator());
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      return new MetricsLog(json, Files.newBufferedWriter(file, StandardOpenOption.APPEND), kept);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the metrics " + file, e);
    }
  }

  private static List<Metrics> read(ObjectMapper json, Path file, long step) throws IOException {
    List<Metrics> kept = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      try {
        Metrics metrics = json.readValue(line, Metrics.class);
        if (metrics.step() <= step) {
          kept.add(metrics);
        }
      } catch (JsonProcessingException e) {
        break;
      }
    }
    return kept;
  }

  /** Returns the first line, if there is one. */
  public @Nullable Metrics first() {
    return first;
  }

  /** Returns the last line, if there is one. */
  public @Nullable Metrics last() {
    return last;
  }

  /**
   * Writes a line.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Metrics metrics) {
    try {
      writer.write(json.writeValueAsString(metrics));
      writer.newLine();
      writer.flush();
      first = first == null ? metrics : first;
      last = metrics;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
