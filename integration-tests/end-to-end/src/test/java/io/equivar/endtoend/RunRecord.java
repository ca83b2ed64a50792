package io.equivar.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a training left behind.
 *
 * @param folder the folder of the run
 */
record RunRecord(Path folder) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Trains, which must succeed. */
  static RunRecord train(Path configuration, Path folder, String... overrides) {
    List<Object> arguments = new ArrayList<>(List.of("train", configuration, "--out", folder));
    arguments.addAll(List.of("--no-evaluation", "--no-report"));
    for (String override : overrides) {
      arguments.addAll(List.of("--set", override));
    }
    ProgramRun.succeeding(arguments.toArray());
    return new RunRecord(folder);
  }

  /** Returns the lines of the log. */
  List<JsonNode> metrics() {
    try {
      List<JsonNode> metrics = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve("metrics.jsonl"))) {
        metrics.add(JSON.readTree(line));
      }
      return metrics;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the lines of the log without the speed, which is never twice the same. */
  List<JsonNode> repeatableMetrics() {
    return metrics().stream()
        .map(
            line -> {
              ObjectNode copy = line.deepCopy();
              copy.remove("imagesPerSecond");
              copy.remove("waitingShare");
              return (JsonNode) copy;
            })
        .toList();
  }

  /** Returns the total losses of the log. */
  List<Double> losses() {
    return metrics().stream().map(line -> line.get("loss").doubleValue()).toList();
  }

  /** Reads one of the JSON files. */
  JsonNode json(String name) {
    return json(folder.resolve(name));
  }

  /** Returns the folder of the last checkpoint. */
  Path lastCheckpoint() throws IOException {
    try (Stream<Path> checkpoints = Files.list(folder.resolve("checkpoints"))) {
      return checkpoints
          .filter(path -> path.getFileName().toString().startsWith("step-"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  /** Returns the files of the last checkpoint that hold the variables, by name. */
  Map<String, byte[]> variables() {
    try (Stream<Path> files = Files.walk(lastCheckpoint())) {
      Map<String, byte[]> variables = new TreeMap<>();
      for (Path file : files.filter(path -> path.toString().contains(".data-")).toList()) {
        variables.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
      return variables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
