package io.equivar.core.report.page;

import io.equivar.core.report.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The curves of a training: its loss, each term of it, the learning rate. */
public final class LossCurves {

  /** More points than a screen has columns are of no use. */
  private static final int MOST_POINTS = 600;

  private LossCurves() {}

  /** Returns the charts of one run; none if nothing was logged. */
  public static List<LineChart> of(List<Metrics> metrics) {
    if (metrics.isEmpty()) {
      return List.of();
    }
    List<LineChart> charts = new ArrayList<>();
    LineChart.Curve total = curve("total", 0, metrics, Metrics::loss);
    List<LineChart.Curve> losses = new ArrayList<>(List.of(total));
    for (String term : terms(metrics)) {
      losses.add(
          curve(term, losses.size(), metrics, line -> line.terms().getOrDefault(term, Double.NaN)));
    }
    charts.add(
        new LineChart(
            "loss",
            "Loss",
            "The loss that is minimised and its unweighted terms over training steps. "
                + movement(total),
            "loss",
            losses));
    charts.add(
        new LineChart(
            "learning-rate",
            "Learning rate",
            "The learning rate over training steps.",
            "learning rate",
            List.of(curve("learning rate", 0, metrics, Metrics::learningRate))));
    return charts;
  }

  /** Returns a curve of what was logged; values that are no numbers are left out. */
  public static LineChart.Curve curve(
      String name, int color, List<Metrics> metrics, ToDoubleFunction<Metrics> value) {
    int group = Math.max(1, (metrics.size() + MOST_POINTS - 1) / MOST_POINTS);
    List<LineChart.Point> points = new ArrayList<>();
    for (int start = 0; start < metrics.size(); start += group) {
      List<Metrics> lines = metrics.subList(start, Math.min(start + group, metrics.size()));
      double mean = lines.stream().mapToDouble(value).average().orElseThrow();
      if (Double.isFinite(mean)) {
        points.add(new LineChart.Point(lines.get(lines.size() - 1).step(), mean));
      }
    }
    return new LineChart.Curve(name, color, points);
  }

  /** Returns the names of all terms, in the order in which they first occur. */
  public static Set<String> terms(List<Metrics> metrics) {
    Set<String> terms = new LinkedHashSet<>();
    metrics.forEach(line -> terms.addAll(line.terms().keySet()));
    return terms;
  }

  private static String movement(LineChart.Curve curve) {
    if (curve.points().isEmpty()) {
      return "";
    }
    LineChart.Point first = curve.points().get(0);
    LineChart.Point last = curve.points().get(curve.points().size() - 1);
    return String.format(
        Locale.ROOT,
        "The total goes from %.4g at step %,d to %.4g at step %,d.",
        first.y(),
        Math.round(first.x()),
        last.y(),
        Math.round(last.x()));
  }
}
