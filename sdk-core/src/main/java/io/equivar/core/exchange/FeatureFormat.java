package io.equivar.core.exchange;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the features of images can be written as. */
public enum FeatureFormat {
  /** NumPy's archive with {@code paths [n]}, text, and {@code features [n, width]}, float32. */
  NPZ,
  /** A line of text per image, {@code path,f0,f1...}, after a line with these names. */
  CSV;

  /** Returns the format that the end of a file's name says. */
  public static Optional<FeatureFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".npz")) {
      return Optional.of(NPZ);
    }
    return name.endsWith(".csv") ? Optional.of(CSV) : Optional.empty();
  }

  /** Returns the name for people. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
