package io.equivar.core.run;

import io.equivar.core.report.Measured;
import io.equivar.core.report.SettingTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Runs side by side: what was measured, and what differs in their configurations.
 *
 * @param runs at least one, in the order of all columns
 */
public record RunComparison(List<RecordedRun> runs) {

  /** Keeps a copy. */
  public RunComparison {
    runs = List.copyOf(runs);
  }

  /** Returns a name for each run: its folder's, or the whole path where two folders share one. */
  public List<String> names() {
    List<String> folders = runs.stream().map(RecordedRun::name).toList();
    return folders.stream().distinct().count() == runs.size()
        ? folders
        : runs.stream().map(run -> run.folder().path().toString()).toList();
  }

  /**
   * Returns a line for every figure of any run, with a text for each run, empty where it has none:
   * of the trained network first, of the baselines after them, then the course of the training.
   */
  public Map<String, List<String>> measures() {
    Set<String> names = new LinkedHashSet<>();
    List<Map<String, String>> byRun = new ArrayList<>();
    for (RecordedRun run : runs) {
      Map<String, String> texts = new LinkedHashMap<>();
      run.measures().forEach(measured -> put(measured, texts));
      byRun.add(texts);
      names.addAll(texts.keySet());
    }
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (String name : names) {
      lines.put(name, byRun.stream().map(texts -> texts.getOrDefault(name, "")).toList());
    }
    lines.put("last loss", runs.stream().map(RunComparison::lastLoss).toList());
    lines.put("steps", runs.stream().map(RunComparison::steps).toList());
    lines.put("training seconds", runs.stream().map(RunComparison::seconds).toList());
    return lines;
  }

  private static void put(Measured measured, Map<String, String> texts) {
    List<String> columns = new ArrayList<>(measured.columns());
    columns.sort((a, b) -> Boolean.compare(b.equals(Measured.TRAINED), a.equals(Measured.TRAINED)));
    for (String row : measured.rows().keySet()) {
      for (String column : columns) {
        Double value = measured.rows().get(row).get(column);
        if (value != null) {
          String name = measured.label(row);
          texts.put(columns.size() == 1 ? name : name + ", " + column, measured.text(row, value));
        }
      }
    }
  }

  private static String lastLoss(RecordedRun run) {
    return run.metrics().isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%.4g", run.metrics().get(run.metrics().size() - 1).loss());
  }

  private static String steps(RecordedRun run) {
    return run.metrics().isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%,d", run.metrics().get(run.metrics().size() - 1).step());
  }

  private static String seconds(RecordedRun run) {
    return run.seconds().map(seconds -> String.format(Locale.ROOT, "%,.0f", seconds)).orElse("");
  }

  /** Returns the settings that are not the same in all runs, with a value for each run. */
  public Map<String, List<String>> differences() {
    return SettingTable.differences(runs.stream().map(RecordedRun::settings).toList());
  }
}
