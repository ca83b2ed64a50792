package io.equivar.core.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes metrics as JSON lines, each complete on disk before the training goes on. */
public final class MetricsLog implements AutoCloseable {

  private final ObjectMapper json = new ObjectMapper();
  private final BufferedWriter writer;

  /**
   * Starts a log, or goes on with one.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public MetricsLog(Path file) {
    try {
      writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
