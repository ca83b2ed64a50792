package io.equivar.core.exchange;

import io.equivar.core.files.NewOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the features of images to a file as they come: memory does not bound their number. */
public final class FeatureFile {

  /** What gives the features. */
  @FunctionalInterface
  public interface Source {

    /** Gives them all. */
    void to(FeatureSink sink) throws IOException, InterruptedException;
  }

  private FeatureFile() {}

  /**
   * Writes a file, whole or not at all.
   *
   * @param width number of features of an image
   * @throws io.equivar.api.config.ConfigurationException if there is a file that may not be
   *     replaced
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public static void write(NewOutput output, FeatureFormat format, int width, Source source)
      throws InterruptedException {
    switch (format) {
      case CSV -> output.file(out -> csv(out, width, source));
      case NPZ ->
          output.file(
              out -> {
                try (FeatureSpool spool = new FeatureSpool(output.target())) {
                  source.to(spool);
                  spool.write(out, width);
                }
              });
    }
  }

  private static void csv(OutputStream out, int width, Source source)
      throws IOException, InterruptedException {
    StringBuilder line = new StringBuilder("path");
    for (int i = 0; i < width; i++) {
      line.append(",f").append(i);
    }
    out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    source.to(
        (path, features) -> {
          line.setLength(0);
          line.append(quoted(path));
          for (float feature : features) {
            line.append(',').append(feature);
          }
          out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        });
  }

  /** Quotes as RFC 4180 has it. */
  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
