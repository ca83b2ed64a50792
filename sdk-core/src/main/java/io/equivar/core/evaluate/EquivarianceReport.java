package io.equivar.core.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well predicted representations of transformed images find what they predict.
 *
 * @param protocol {@code equivariance}
 * @param images number of test images
 * @param versions number of versions of each, among which the true one is to be found
 * @param chance what guessing comes to
 * @param untrained with the network, {@code phi} included, as it was before training
 * @param trained with the trained network
 */
@JsonPropertyOrder({"protocol", "images", "versions", "chance", "untrained", "trained"})
public record EquivarianceReport(
    String protocol, int images, int versions, Figures chance, Figures untrained, Figures trained)
    implements EvaluationReport {

  /** The name of the protocol. */
  public static final String PROTOCOL = "equivariance";

  /**
   * The figures.
   *
   * @param meanReciprocalRank MRR, in (0, 1]; more is better
   * @param hitAt1 the share of predictions that are nearest to the true version, in [0, 1]
   * @param hitAt5 the share of predictions with the true version among the nearest five, in [0, 1]
   * @param predictionRetrievalError PRE, in [0, 1], less is better: the mean squared distance of
   *     the parameters of the nearest version and the true one; null if no step has a label
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"meanReciprocalRank", "hitAt1", "hitAt5", "predictionRetrievalError"})
  public record Figures(
      double meanReciprocalRank,
      double hitAt1,
      double hitAt5,
      @Nullable Double predictionRetrievalError) {

    private List<String> row(String name) {
      return List.of(
          name,
          ReportTable.digits(3, meanReciprocalRank),
          ReportTable.percent(hitAt1),
          ReportTable.percent(hitAt5),
          predictionRetrievalError == null
              ? ReportTable.NONE
              : ReportTable.digits(4, predictionRetrievalError));
    }
  }

  @Override
  public String table() {
    return new ReportTable(
            String.format(
                Locale.ROOT,
                "Equivariance (%,d test images, %d versions of each)",
                images,
                versions),
            List.of("MRR", "H@1", "H@5", "PRE"),
            List.of(
                chance.row("chance"),
                untrained.row("untrained network"),
                trained.row("trained network")))
        .text();
  }
}
