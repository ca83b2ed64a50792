package io.equivar.core.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well the representations of an image and of a version of it tell what was done.
 *
 * @param protocol {@code transformation-prediction}
 * @param training number of pairs that were fitted
 * @param test number of pairs that were measured
 * @param parameters errors of the parameters of each step, and {@code together}; none if no step
 *     has parameters to predict
 * @param types accuracy of the transformation's type; null if there are fewer than two
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"protocol", "training", "test", "parameters", "types"})
public record TransformationPredictionReport(
    String protocol,
    int training,
    int test,
    List<ParameterError> parameters,
    @Nullable TypeAccuracy types)
    implements EvaluationReport {

  /** The name of the protocol. */
  public static final String PROTOCOL = "transformation-prediction";

  /** The name of the row of all parameters. */
  public static final String TOGETHER = "together";

  /**
   * The mean squared error of a step's parameters, each scaled from the range of its column to [0,
   * 1].
   *
   * @param step the step, or {@link #TOGETHER}
   * @param columns the names of the parameters
   * @param mean of what always guesses the mean of the training pairs
   * @param untrained from the network as it was before training
   * @param trained from the trained network
   */
  @JsonPropertyOrder({"step", "columns", "mean", "untrained", "trained"})
  public record ParameterError(
      String step, List<String> columns, double mean, double untrained, double trained) {

    /** Keeps a copy. */
    public ParameterError {
      columns = List.copyOf(columns);
    }
  }

  /**
   * The share of test pairs whose type of transformation was found.
   *
   * @param names of the types
   * @param mostFrequent of what always guesses the most frequent type of the training pairs
   * @param untrained from the network as it was before training
   * @param trained from the trained network
   */
  @JsonPropertyOrder({"names", "mostFrequent", "untrained", "trained"})
  public record TypeAccuracy(
      List<String> names, double mostFrequent, double untrained, double trained) {

    /** Keeps a copy. */
    public TypeAccuracy {
      names = List.copyOf(names);
    }
  }

  /** Keeps a copy. */
  public TransformationPredictionReport {
    parameters = List.copyOf(parameters);
  }

  @Override
  public String table() {
    String pairs = String.format(Locale.ROOT, "%,d training and %,d test pairs", training, test);
    StringBuilder text = new StringBuilder();
    if (!parameters.isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      for (ParameterError error : parameters) {
        rows.add(
            List.of(
                error.step(),
                ReportTable.digits(4, error.mean()),
                ReportTable.digits(4, error.untrained()),
                ReportTable.digits(4, error.trained())));
      }
      text.append(
          new ReportTable(
                  "Mean squared error of transformations' parameters, scaled to [0, 1] ("
                      + pairs
                      + ")",
                  List.of("mean", "untrained", "trained"),
                  rows)
              .text());
    }
    if (types != null) {
      text.append(
          new ReportTable(
                  "Accuracy of the transformation's type (" + pairs + ")",
                  List.of("most frequent", "untrained", "trained"),
                  List.of(
                      List.of(
                          types.names().size() + " types",
                          ReportTable.percent(types.mostFrequent()),
                          ReportTable.percent(types.untrained()),
                          ReportTable.percent(types.trained()))))
              .text());
    }
    return text.toString();
  }
}
