package io.equivar.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table for people: a title, then rows of a name and figures that stand under each other.
 *
 * @param title the line above
 * @param headers what stands above each figure; empty for a table without headers
 * @param rows the name first
 */
record ReportTable(String title, List<String> headers, List<List<String>> rows) {

  /** What stands where there is no figure. */
  static final String NONE = "-";

  /** Returns a share as a percentage. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%5.1f %%", 100 * share);
  }

  /** Returns a figure with some digits after the point. */
  static String digits(int count, double figure) {
    return String.format(Locale.ROOT, "%." + count + "f", figure);
  }

  /** Returns the lines, each with its end. */
  String text() {
    List<List<String>> all = new ArrayList<>();
    List<String> top = new ArrayList<>(List.of(""));
    top.addAll(headers);
    if (!headers.isEmpty()) {
      all.add(top);
    }
    all.addAll(rows);
    int[] widths = new int[all.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> row : all) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder(title).append('\n');
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder("  ").append(padded(row.get(0), widths[0]));
      for (int i = 1; i < row.size(); i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        line.append("  ").append(space).append(row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String padded(String name, int width) {
    return name + " ".repeat(width - name.length());
  }
}
