package io.equivar.core.cli;

import io.equivar.core.report.Measured;
import io.equivar.core.run.RecordedRun;
import io.equivar.core.run.RunComparison;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code equivar compare} shows.
 *
 * @param runs each with all of its figures
 * @param measures the figures as text: a line each, a value for each run
 * @param differences the settings that differ: a line each, a value for each run
 */
record ComparisonListing(
    List<RunEntry> runs,
    Map<String, List<String>> measures,
    Map<String, List<String>> differences) {

  private static final int MOST_CHARACTERS = 40;

  /**
   * A run.
   *
   * @param run its folder
   * @param figures by protocol, row and column
   */
  record RunEntry(String run, Map<String, Map<String, Map<String, Double>>> figures) {}

  static ComparisonListing of(RunComparison comparison) {
    return new ComparisonListing(
        comparison.runs().stream().map(ComparisonListing::entry).toList(),
        comparison.measures(),
        comparison.differences());
  }

  private static RunEntry entry(RecordedRun run) {
    Map<String, Map<String, Map<String, Double>>> figures = new LinkedHashMap<>();
    for (Measured measured : run.measures()) {
      figures.put(measured.protocol(), measured.rows());
    }
    return new RunEntry(run.folder().path().toString(), figures);
  }

  /** Writes the tables for people; runs have numbers, for their names may be long. */
  void print(PrintWriter out) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      numbers.add(Integer.toString(i + 1));
      out.printf("%d  %s%n", i + 1, runs.get(i).run());
    }
    out.println();
    print(out, numbers, measures, true);
    out.println();
    if (differences.isEmpty()) {
      out.println("All settings are the same.");
    } else {
      print(out, numbers, differences, false);
    }
  }

  private static void print(
      PrintWriter out, List<String> head, Map<String, List<String>> lines, boolean alignRight) {
    List<List<String>> table = new ArrayList<>();
    table.add(row("", head));
    lines.forEach((name, values) -> table.add(row(name, values)));
    List<Integer> widths = new ArrayList<>(Collections.nCopies(head.size() + 1, 0));
    for (List<String> row : table) {
      for (int i = 0; i < row.size(); i++) {
        widths.set(i, Math.max(widths.get(i), row.get(i).length()));
      }
    }
    for (List<String> row : table) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String padding = " ".repeat(widths.get(i) - row.get(i).length());
        boolean right = alignRight && i > 0;
        line.append(i == 0 ? "" : "  ")
            .append(right ? padding : "")
            .append(row.get(i))
            .append(right ? "" : padding);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static List<String> row(String name, List<String> values) {
    List<String> row = new ArrayList<>(List.of(name));
    for (String value : values) {
      String shown = value.isEmpty() ? "-" : value;
      row.add(
          shown.length() <= MOST_CHARACTERS
              ? shown
              : shown.substring(0, MOST_CHARACTERS - 3) + "...");
    }
    return row;
  }
}
