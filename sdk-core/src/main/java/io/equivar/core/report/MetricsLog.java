package io.equivar.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.core.files.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes metrics as JSON lines, each complete on disk before the training goes on. */
public final class MetricsLog implements AutoCloseable {

  private final Path file;
  private final ObjectMapper json;
  private final BufferedWriter writer;
  private @Nullable Metrics first;
  private @Nullable Metrics last;

  private MetricsLog(Path file, ObjectMapper json, BufferedWriter writer, List<Metrics> kept) {
    this.file = file;
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
      WholeFile.write(file, lines.toString());
      return new MetricsLog(
          file, json, Files.newBufferedWriter(file, StandardOpenOption.APPEND), kept);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static UncheckedIOException unwritable(Path file, IOException cause) {
    return new UncheckedIOException(
        "cannot write the metrics "
            + file
            + ". Make room or the folder writable, then go on with --resume",
        cause);
  }

  /**
   * Returns the lines of a log, up to one that is torn; none if there is no such file.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static List<Metrics> read(Path file) {
    try {
      return Files.exists(file) ? read(new ObjectMapper(), file, Long.MAX_VALUE) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the metrics " + file, e);
    }
  }

  private static List<Metrics> read(ObjectMapper json, Path file, long step) throws IOException {
    List<Metrics> kept = new ArrayList<>();
    // Bytes that are no text must not keep a run from going on.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      try {
        Metrics metrics = json.readValue(line, Metrics.class);
        if (metrics == null) {
          break;
        }
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
      throw unwritable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }
}
