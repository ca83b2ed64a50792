package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case: inputs, and what a reference implementation makes of them.
 *
 * @param name names the case in the results
 * @param json all of it
 */
record ReferenceCase(String name, JsonNode json) {

  /**
   * Lists the files of a directory that hold cases, by name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException("reference.cases: " + directory + " is not a directory");
    }
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> files =
          entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      if (files.isEmpty()) {
        throw new IllegalArgumentException("reference.cases: " + directory + " has no *.json");
      }
      return files;
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is not JSON
   * @throws IllegalArgumentException if it names no case
   */
  static ReferenceCase read(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    return new ReferenceCase(json.required("case").textValue(), json);
  }

  /** Returns what is compared, such as {@code loss}. */
  String kind() {
    return json.required("kind").textValue();
  }

  /** Returns what the reference implementation made. */
  JsonNode expected() {
    return json.required("expected");
  }

  /** Returns an input that is given by a formula. */
  ReferenceArray input(String input) {
    return ReferenceArray.of(json.required("inputs").required(input));
  }

  /** Returns a tolerance of the case. */
  double tolerance(String tolerance) {
    JsonNode value = json.required("tolerance").required(tolerance);
    if (!value.isNumber()) {
      throw new IllegalArgumentException("tolerance." + tolerance + " is not a number: " + value);
    }
    return value.doubleValue();
  }
}
