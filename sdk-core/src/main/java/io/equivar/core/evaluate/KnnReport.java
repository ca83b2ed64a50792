package io.equivar.core.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What classification by nearest neighbours came to.
 *
 * @param protocol {@code knn}
 * @param temperature of the neighbours' weights
 * @param references number of labelled images that are voted with
 * @param queries number of test images
 * @param classes number of classes
 * @param results for each number of neighbours, in the order in which they were asked for
 */
@JsonPropertyOrder({"protocol", "temperature", "references", "queries", "classes", "results"})
public record KnnReport(
    String protocol,
    double temperature,
    int references,
    int queries,
    int classes,
    List<Result> results)
    implements EvaluationReport {

  /** The name of the protocol. */
  public static final String PROTOCOL = "knn";

  /**
   * The accuracies with one number of neighbours.
   *
   * @param k number of neighbours that vote
   * @param pixels accuracy with the pixels as features, in [0, 1]
   * @param untrained accuracy with the network as it was before training, in [0, 1]
   * @param trained accuracy with the trained network, in [0, 1]
   */
  @JsonPropertyOrder({"k", "pixels", "untrained", "trained"})
  public record Result(int k, double pixels, double untrained, double trained) {}

  /** Keeps a copy. */
  public KnnReport {
    results = List.copyOf(results);
  }

  @Override
  public String table() {
    boolean single = results.size() == 1;
    String title =
        String.format(
            Locale.ROOT,
            "kNN accuracy (%s%,d reference and %,d test images, %d classes)",
            single ? "k = " + results.get(0).k() + ", " : "",
            references,
            queries,
            classes);
    List<String> headers =
        single
            ? List.of()
            : results.stream().map(result -> "k = " + result.k()).collect(Collectors.toList());
    return new ReportTable(
            title,
            headers,
            List.of(
                row("pixels", Result::pixels),
                row("untrained network", Result::untrained),
                row("trained network", Result::trained)))
        .text();
  }

  private List<String> row(String name, ToDoubleFunction<Result> figure) {
    List<String> row = new ArrayList<>(List.of(name));
    results.forEach(result -> row.add(ReportTable.percent(figure.applyAsDouble(result))));
    return row;
  }
}
