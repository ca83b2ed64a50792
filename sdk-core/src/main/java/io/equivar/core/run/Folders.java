package io.equivar.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with everything in them. */
final class Folders {

  private Folders() {}

  /** Deletes a folder and everything in it; one that does not exist is left at that. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path file : contents(folder)) {
        Files.delete(file);
      }
    }
  }

  /** Returns everything in a folder and the folder itself, the deepest first. */
  static List<Path> contents(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
