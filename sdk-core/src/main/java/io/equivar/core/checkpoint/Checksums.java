package io.equivar.core.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SHA-256 of every file of a folder, in a file that {@code sha256sum -c} reads. */
final class Checksums {

  static final String FILE = "checksums.txt";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^/\\\\]+)");

  private Checksums() {}

  /** Writes the file for what is in the folder. */
  static void write(Path folder) throws IOException {
    String lines =
        of(folder).entrySet().stream()
            .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve(FILE), lines);
  }

  /** Returns what is wrong with a folder; empty if all files are as they were written. */
  static Optional<String> problem(Path folder) {
    try {
      Path file = folder.resolve(FILE);
      if (!Files.isRegularFile(file)) {
        return Optional.of("has no " + FILE);
      }
      Map<String, String> expected = read(Files.readAllLines(file));
      Map<String, String> actual = of(folder);
      for (Map.Entry<String, String> entry : expected.entrySet()) {
        String found = actual.get(entry.getKey());
        if (found == null) {
          return Optional.of("lacks " + entry.getKey());
        }
        if (!found.equals(entry.getValue())) {
          return Optional.of("has another " + entry.getKey() + " than was written");
        }
      }
      return expected.isEmpty() ? Optional.of("has an empty " + FILE) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }

  private static Map<String, String> read(List<String> lines) {
    Map<String, String> sums = new TreeMap<>();
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("a line of " + FILE + " is no checksum");
      }
      sums.put(matcher.group(2), matcher.group(1));
    }
    return sums;
  }

  private static Map<String, String> of(Path folder) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals(FILE)) {
          sums.put(name, sha256(file));
        }
      }
    }
    return sums;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file);
        DigestInputStream digesting =
            new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
      byte[] buffer = new byte[1 << 16];
      while (digesting.read(buffer) >= 0) {
        // The digest is all that is wanted.
      }
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
