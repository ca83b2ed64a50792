package io.equivar.core.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
   * The evaluations of one run.
   *
   * @param linear accuracy of softmax regression
   * @param neighbours accuracy of nearest neighbours, the first of which is shown
   * @param factors read off by linear regression
   */
  public record Measured(LinearReport linear, KnnReport neighbours, FactorReport factors) {}

  /** What was reached by each kind of features. */
  private record Reached(double pixels, double untrained, double trained) {}

  /**
   * Returns the table of several contenders.
   *
   * @param names of the contenders, in order
   * @param measured for every contender and seed
   */
  public static DemonstrationReport of(List<String> names, List<List<Measured>> measured) {
    List<String> columns = new ArrayList<>(List.of("pixels", "untrained"));
    columns.addAll(names);
    List<Row> rows = new ArrayList<>();
    rows.add(row("class accuracy (linear)", true, measured, one -> reached(one.linear())));
    rows.add(row("class accuracy (kNN)", true, measured, one -> reached(one.neighbours())));
    List<FactorReport.Result> known = measured.get(0).get(0).factors().results();
    for (int i = 0; i < known.size(); i++) {
      if (!known.get(i).factor().equals("x") && !known.get(i).factor().equals("y")) {
        int place = i;
        rows.add(
            row(
                "R2 of " + known.get(i).factor(),
                false,
                measured,
                one -> reached(one.factors().results().get(place))));
      }
    }
    return new DemonstrationReport(columns, rows);
  }

  private static Reached reached(LinearReport report) {
    return new Reached(report.pixels().test(), report.untrained().test(), report.trained().test());
  }

  private static Reached reached(KnnReport report) {
    KnnReport.Result first = report.results().get(0);
    return new Reached(first.pixels(), first.untrained(), first.trained());
  }

  private static Reached reached(FactorReport.Result factor) {
    return new Reached(factor.pixels(), factor.untrained(), factor.trained());
  }

  private static Row row(
      String measure,
      boolean percent,
      List<List<Measured>> measured,
      Function<Measured, Reached> reached) {
    List<Measured> baselines = measured.get(0);
    List<List<Double>> figures = new ArrayList<>();
    figures.add(baselines.stream().map(one -> reached.apply(one).pixels()).toList());
    figures.add(baselines.stream().map(one -> reached.apply(one).untrained()).toList());
    for (List<Measured> contender : measured) {
      figures.add(contender.stream().map(one -> reached.apply(one).trained()).toList());
    }
    return new Row(measure, percent, figures);
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
