package io.equivar.core.run;

import io.equivar.core.report.Metrics;
import io.equivar.core.report.page.ComparisonPage;
import io.equivar.core.report.page.HtmlPage;
import io.equivar.core.report.page.LineChart;
import io.equivar.core.report.page.LossCurves;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Makes the page that compares runs. */
public final class ComparisonPages {

  private ComparisonPages() {}

  /** Returns the page of a comparison. */
  public static HtmlPage of(RunComparison comparison) {
    List<String> names = comparison.names();
    return HtmlPage.of(
        new ComparisonPage(
            "Comparison of " + names.size() + (names.size() == 1 ? " run" : " runs"),
            names,
            lines(comparison.measures()),
            lines(comparison.differences()),
            curves(comparison.runs(), names)));
  }

  private static List<ComparisonPage.Line> lines(Map<String, List<String>> table) {
    return table.entrySet().stream()
        .map(line -> new ComparisonPage.Line(line.getKey(), line.getValue()))
        .toList();
  }

  private static List<LineChart> curves(List<RecordedRun> runs, List<String> names) {
    Set<String> terms = new LinkedHashSet<>();
    runs.forEach(run -> terms.addAll(LossCurves.terms(run.metrics())));
    List<LineChart> charts = new ArrayList<>();
    add(charts, "total", "Loss, total", runs, names, Metrics::loss);
    int number = 0;
    for (String term : terms) {
      add(
          charts,
          "term-" + number++,
          "Loss, " + term,
          runs,
          names,
          line -> line.terms().getOrDefault(term, Double.NaN));
    }
    add(charts, "learning-rate", "Learning rate", runs, names, Metrics::learningRate);
    return charts;
  }

  private static void add(
      List<LineChart> charts,
      String id,
      String title,
      List<RecordedRun> runs,
      List<String> names,
      ToDoubleFunction<Metrics> value) {
    List<LineChart.Curve> curves = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (!runs.get(i).metrics().isEmpty()) {
        LineChart.Curve curve = LossCurves.curve(names.get(i), i, runs.get(i).metrics(), value);
        if (!curve.points().isEmpty()) {
          curves.add(curve);
        }
      }
    }
    if (!curves.isEmpty()) {
      String alternative = title + " of " + curves.size() + " runs over training steps.";
      charts.add(new LineChart(id, title, alternative, title, curves));
    }
  }
}
