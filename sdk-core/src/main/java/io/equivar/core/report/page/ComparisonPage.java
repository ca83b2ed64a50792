package io.equivar.core.report.page;

import java.util.List;

/**
 * What a page that compares runs shows.
 *
 * @param title the heading
 * @param runs their names, in the order of all columns
 * @param measures a line for each figure, a value for each run
 * @param differences a line for each setting that is not the same in all runs
 * @param curves each curve of all runs in one chart
 */
public record ComparisonPage(
    String title,
    List<String> runs,
    List<Line> measures,
    List<Line> differences,
    List<LineChart> curves) {

  /**
   * A line of a table.
   *
   * @param name what it is
   * @param values one for each run; empty where it has none
   */
  public record Line(String name, List<String> values) {}

  /** Returns whether any setting differs. */
  boolean hasDifferences() {
    return !differences.isEmpty();
  }

  /** Returns everything that the script draws. */
  List<Chart> charts() {
    return List.copyOf(curves);
  }
}
