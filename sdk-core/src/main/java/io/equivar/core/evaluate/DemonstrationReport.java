package io.equivar.core.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What representations keep, by measure and by what made them, over several seeds.
 *
 * @param columns what made the representations
 * @param rows of figures
 */
@JsonPropertyOrder({"columns", "rows"})
public record DemonstrationReport(List<String> columns, List<Row> rows) {

  /** Keeps copies. */
  public DemonstrationReport {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A measure.
   *
   * @param measure its name
   * @param percent whether figures are shares
   * @param figures of each column, one for each seed
   */
  @JsonPropertyOrder({"measure", "percent", "figures"})
  public record Row(String measure, boolean percent, List<List<Double>> figures) {

    /** Keeps copies. */
    public Row {
      figures = figures.stream().map(List::copyOf).toList();
    }

    private String cell(int column) {
      List<Double> values = figures.get(column);
      double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
      String text = format(mean);
      if (values.size() < 2) {
        return text;
      }
      double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
      double most = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      return text + " (" + format(least) + " to " + format(most) + ")";
    }

    private String format(double value) {
      return percent
          ? String.format(Locale.ROOT, "%.1f %%", 100 * value)
          : ReportTable.digits(2, value);
    }
  }

  /**
   * Returns the table of evaluations of an invariant run and of others, one each for every seed.
   *
   * @param names of the runs, in order
   * @param accuracies for every run and seed
   * @param factors for every run and seed
   */
  public static DemonstrationReport of(
      List<String> names, List<List<KnnReport>> accuracies, List<List<FactorReport>> factors) {
    List<String> columns = new ArrayList<>(List.of("pixels", "untrained"));
    columns.addAll(names);
    List<Row> rows = new ArrayList<>();
    rows.add(accuracy(accuracies));
    List<FactorReport.Result> known = factors.get(0).get(0).results();
    for (int i = 0; i < known.size(); i++) {
      if (!known.get(i).factor().equals("x") && !known.get(i).factor().equals("y")) {
        rows.add(factor(known.get(i).factor(), i, factors));
      }
    }
    return new DemonstrationReport(columns, rows);
  }

  private static Row accuracy(List<List<KnnReport>> reports) {
    List<List<Double>> figures = new ArrayList<>();
    figures.add(reports.get(0).stream().map(report -> report.results().get(0).pixels()).toList());
    figures.add(
        reports.get(0).stream().map(report -> report.results().get(0).untrained()).toList());
    for (List<KnnReport> run : reports) {
      figures.add(run.stream().map(report -> report.results().get(0).trained()).toList());
    }
    return new Row("class accuracy (kNN)", true, figures);
  }

  private static Row factor(String name, int place, List<List<FactorReport>> reports) {
    List<List<Double>> figures = new ArrayList<>();
    figures.add(
        reports.get(0).stream().map(report -> report.results().get(place).pixels()).toList());
    figures.add(
        reports.get(0).stream().map(report -> report.results().get(place).untrained()).toList());
    for (List<FactorReport> run : reports) {
      figures.add(run.stream().map(report -> report.results().get(place).trained()).toList());
    }
    return new Row("R2 of " + name, false, figures);
  }

  /** Returns the table for people; with several seeds the mean and, in brackets, the range. */
  public String table() {
    List<List<String>> lines = new ArrayList<>();
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.measure()));
      for (int i = 0; i < columns.size(); i++) {
        line.add(row.cell(i));
      }
      lines.add(line);
    }
    return new ReportTable("What representations keep of the test images", columns, lines).text();
  }
}
