package io.equivar.core.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;

/**
 * How well known factors can be read off features by a linear map.
 *
 * @param protocol {@code factors}
 * @param training number of images that the maps were fitted to
 * @param test number of images that they were measured on
 * @param results for each factor
 */
@JsonPropertyOrder({"protocol", "training", "test", "results"})
public record FactorReport(String protocol, int training, int test, List<Result> results)
    implements EvaluationReport {

  /** The name of the protocol. */
  public static final String PROTOCOL = "factors";

  /**
   * The share of a factor's variance that is explained, R2: at most 1; 0 for what always guesses
   * the mean, negative for what is worse.
   *
   * @param factor its name
   * @param pixels from the pixels
   * @param untrained from the network as it was before training
   * @param trained from the trained network
   */
  @JsonPropertyOrder({"factor", "pixels", "untrained", "trained"})
  public record Result(String factor, double pixels, double untrained, double trained) {}

  /** Keeps a copy. */
  public FactorReport {
    results = List.copyOf(results);
  }

  @Override
  public String table() {
    String title =
        String.format(
            Locale.ROOT,
            "R2 of factors (linear regression, %,d training and %,d test images)",
            training,
            test);
    return new ReportTable(
            title,
            List.of("pixels", "untrained", "trained"),
            results.stream()
                .map(
                    result ->
                        List.of(
                            result.factor(),
                            ReportTable.digits(3, result.pixels()),
                            ReportTable.digits(3, result.untrained()),
                            ReportTable.digits(3, result.trained())))
                .toList())
        .text();
  }
}
