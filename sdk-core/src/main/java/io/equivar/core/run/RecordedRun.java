package io.equivar.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.equivar.core.binding.YamlReader;
import io.equivar.core.report.Measured;
import io.equivar.core.report.Metrics;
import io.equivar.core.report.MetricsLog;
import io.equivar.core.report.SettingTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run left behind in files of text. Reading it needs neither its plugins nor its data.
 *
 * @param folder of the run
 * @param configuration as it was resolved
 * @param metrics in the order of the steps
 * @param measures by evaluation, in the order of their names
 * @param summary what the run came to; missing if it did not end
 * @param plugins that were installed
 */
public record RecordedRun(
    RunFolder folder,
    String configuration,
    List<Metrics> metrics,
    List<Measured> measures,
    JsonNode summary,
    List<JsonNode> plugins) {

  private static final String EVALUATION = "evaluation-";
  private static final String JSON = ".json";

  /** Keeps copies. */
  public RecordedRun {
    metrics = List.copyOf(metrics);
    measures = List.copyOf(measures);
    plugins = List.copyOf(plugins);
  }

  /**
   * Reads the record.
   *
   * @throws UncheckedIOException if a file cannot be read
   */
  public static RecordedRun read(RunFolder folder) {
    try {
      JsonNode summary = json(folder.summary());
      JsonNode plugins = json(folder.plugins());
      return new RecordedRun(
          folder,
          Files.readString(folder.configuration()),
          MetricsLog.read(folder.metrics()),
          measures(folder, summary),
          summary,
          elements(plugins.isArray() ? plugins : summary.path("plugins")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the run " + folder.path(), e);
    }
  }

  /** An evaluation at the end of the training is in the summary; a later one has a file. */
  private static List<Measured> measures(RunFolder folder, JsonNode summary) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder.path(), EVALUATION + "*" + JSON)) {
      found.forEach(files::add);
    }
    files.sort(null);
    List<Measured> measures = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      measures.add(
          Measured.of(
              name.substring(EVALUATION.length(), name.length() - JSON.length()), json(file)));
    }
    JsonNode last = summary.path("evaluation");
    if (last.isObject()) {
      Measured atEnd = Measured.of("evaluation", last);
      if (measures.stream().noneMatch(other -> other.protocol().equals(atEnd.protocol()))) {
        measures.add(0, atEnd);
      }
    }
    return measures;
  }

  private static List<JsonNode> elements(JsonNode list) {
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    return elements;
  }

  private static JsonNode json(Path file) throws IOException {
    return Files.exists(file)
        ? new ObjectMapper().readTree(file.toFile())
        : MissingNode.getInstance();
  }

  /** Returns the name of the run: that of its folder. */
  public String name() {
    return String.valueOf(folder.path().toAbsolutePath().normalize().getFileName());
  }

  /** Returns every setting by its path. */
  public Map<String, String> settings() {
    return SettingTable.flatten(YamlReader.parse(configuration, folder.configuration().toString()));
  }

  /** Returns the seconds that the training took, if it is known. */
  public Optional<Double> seconds() {
    JsonNode seconds = summary.path("training").path("seconds");
    return seconds.isNumber() ? Optional.of(seconds.doubleValue()) : Optional.empty();
  }
}
