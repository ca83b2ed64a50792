package io.equivar.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.core.report.Measured;
import io.equivar.core.report.page.ComparisonPage;
import io.equivar.core.report.page.HtmlPage;
import io.equivar.core.report.page.LossCurves;
import io.equivar.core.report.page.MeasureTable;
import io.equivar.core.report.page.RunPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the record of a run and its pictures together. */
final class RunPages {

  private static final List<String> DESCRIBING = List.of("objective", "base", "backbone", "data");

  private RunPages() {}

  static HtmlPage of(RecordedRun run, Reports.Pictures pictures) {
    Map<String, String> settings = run.settings();
    return HtmlPage.of(
        new RunPage(
            run.name(),
            lead(settings),
            headlines(run.measures()),
            tables(run.measures()),
            LossCurves.of(run.metrics()),
            pictures.maps(),
            pictures.transformationMaps(),
            pictures.transformationNote(),
            pictures.neighbours(),
            facts(run),
            run.plugins().stream().map(RunPages::plugin).toList(),
            run.configuration().strip(),
            pictures.notes()));
  }

  /** Names what the run was made of: "objective equivar:stl, base equivar:simclr, ...". */
  private static String lead(Map<String, String> settings) {
    List<String> parts = new ArrayList<>();
    for (String part : DESCRIBING) {
      settings.keySet().stream()
          .filter(path -> path.equals(part) || path.startsWith(part + "."))
          .findFirst()
          .map(path -> path.equals(part) ? settings.get(path) : path.split("\\.", 3)[1])
          .ifPresent(name -> parts.add(part + " " + name));
    }
    return String.join(", ", parts);
  }

  private static List<RunPage.Headline> headlines(List<Measured> measures) {
    List<RunPage.Headline> headlines = new ArrayList<>();
    for (Measured measured : measures) {
      String row = measured.headline();
      Map<String, Double> values = measured.rows().getOrDefault(row, Map.of());
      Double trained = values.get(Measured.TRAINED);
      if (trained != null) {
        String beside =
            values.entrySet().stream()
                .filter(value -> !value.getKey().equals(Measured.TRAINED))
                .map(value -> value.getKey() + " " + measured.text(row, value.getValue()))
                .collect(Collectors.joining(", "));
        headlines.add(
            new RunPage.Headline(measured.label(row), measured.text(row, trained), beside));
      }
    }
    return headlines;
  }

  private static List<MeasureTable> tables(List<Measured> measures) {
    return measures.stream().map(RunPages::table).toList();
  }

  private static MeasureTable table(Measured measured) {
    String conditions =
        measured.conditions().entrySet().stream()
            .map(condition -> condition.getKey() + " " + condition.getValue())
            .collect(Collectors.joining(", "));
    return new MeasureTable(
        measured.protocol() + (conditions.isEmpty() ? "" : " (" + conditions + ")"),
        measured.columns(),
        measured.rows().keySet().stream()
            .map(
                row ->
                    new ComparisonPage.Line(
                        row.isEmpty() ? measured.protocol() : row, measured.texts(row)))
            .toList());
  }

  private static List<RunPage.Fact> facts(RecordedRun run) {
    List<RunPage.Fact> facts = new ArrayList<>();
    JsonNode summary = run.summary();
    JsonNode training = summary.path("training");
    run.seconds().ifPresent(seconds -> facts.add(new RunPage.Fact("Duration", clock(seconds))));
    add(facts, "Steps", number(training.path("steps")));
    add(facts, "Images per second", number(training.path("imagesPerSecond")));
    add(facts, "Training images", number(summary.path("trainingImages")));
    add(facts, "Seed", summary.path("seed").asText());
    add(facts, "Precision", summary.path("precision").asText());
    add(facts, "Java", summary.path("java").asText());
    add(facts, "TensorFlow", summary.path("tensorflow").asText());
    add(facts, "Cores", summary.path("cores").asText());
    add(facts, "Folder", run.folder().path().toString());
    return facts;
  }

  private static void add(List<RunPage.Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new RunPage.Fact(name, value));
    }
  }

  private static String number(JsonNode value) {
    return value.isNumber() ? String.format(Locale.ROOT, "%,.0f", value.doubleValue()) : "";
  }

  private static String clock(double seconds) {
    Duration duration = Duration.ofMillis(Math.round(seconds * 1000));
    if (duration.toSeconds() < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    String minutes = "%d min %d s".formatted(duration.toMinutesPart(), duration.toSecondsPart());
    return duration.toHours() == 0 ? minutes : duration.toHours() + " h " + minutes;
  }

  private static RunPage.PluginRow plugin(JsonNode plugin) {
    return new RunPage.PluginRow(
        plugin.path("plugin").asText(),
        plugin.path("file").asText(),
        plugin.path("version").asText(),
        plugin.path("sha256").asText());
  }
}
