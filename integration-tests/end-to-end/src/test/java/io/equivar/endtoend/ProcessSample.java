package io.equivar.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a process holds at a moment, as Linux tells it.
 *
 * @param step number of steps that it has made
 * @param residentMiB memory that is in use and not on disk
 * @param openFiles number of file handles
 * @param threads number of threads, TensorFlow's included
 */
record ProcessSample(long step, double residentMiB, long openFiles, long threads) {

  /** The columns of {@link #line()}. */
  static final String HEADER = "step,residentMiB,openFiles,threads";

  /** Looks at a process that runs. */
  static ProcessSample of(long pid, long step) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    long kibibytes = 0;
    long threads = 0;
    for (String line : Files.readAllLines(process.resolve("status"))) {
      if (line.startsWith("VmRSS:")) {
        kibibytes = number(line);
      } else if (line.startsWith("Threads:")) {
        threads = number(line);
      }
    }
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      return new ProcessSample(step, kibibytes / 1024.0, files.count(), threads);
    }
  }

  private static long number(String line) {
    return Long.parseLong(line.replaceAll("\\D", ""));
  }

  /** Returns the values as a line of a table. */
  String line() {
    return String.format(Locale.ROOT, "%d,%.1f,%d,%d", step, residentMiB, openFiles, threads);
  }
}
