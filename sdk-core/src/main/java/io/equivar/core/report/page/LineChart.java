package io.equivar.core.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Curves over steps.
 *
 * @param id of the canvas
 * @param title the heading
 * @param alternative what is seen, in a sentence
 * @param vertical what the vertical axis measures
 * @param curves each with its name
 */
public record LineChart(
    String id, String title, String alternative, String vertical, List<Curve> curves)
    implements Chart {

  private static final int ROWS_OF_TABLE = 12;

  /**
   * A curve.
   *
   * @param name for the legend
   * @param color its number among the colours
   * @param points steps in rising order, each with its value
   */
  public record Curve(String name, int color, List<Point> points) {

    /** Keeps a copy. */
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * A point of a curve.
   *
   * @param x the step
   * @param y the value
   */
  public record Point(double x, double y) {}

  /**
   * A line of the table beside a chart.
   *
   * @param step the step
   * @param values one for each curve
   */
  public record TableRow(String step, List<String> values) {}

  /** Keeps a copy. */
  public LineChart {
    curves = List.copyOf(curves);
  }

  @Override
  public String kind() {
    return "lines";
  }

  /** Returns some of the values as text: the chart for those who cannot see it. */
  public List<TableRow> table() {
    List<Point> longest =
        curves.stream().map(Curve::points).reduce(List.of(), (a, b) -> b.size() > a.size() ? b : a);
    int rows = Math.min(ROWS_OF_TABLE, longest.size());
    List<TableRow> table = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int place = rows == 1 ? 0 : row * (longest.size() - 1) / (rows - 1);
      double step = longest.get(place).x();
      table.add(
          new TableRow(
              String.format(Locale.ROOT, "%,d", Math.round(step)),
              curves.stream().map(curve -> valueAt(curve, step)).toList()));
    }
    return table;
  }

  private static String valueAt(Curve curve, double step) {
    return curve.points().stream()
        .filter(point -> point.x() == step)
        .map(point -> String.format(Locale.ROOT, "%.4g", point.y()))
        .findFirst()
        .orElse("");
  }
}
