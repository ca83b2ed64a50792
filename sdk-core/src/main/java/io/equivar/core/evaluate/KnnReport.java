package io.equivar.core.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;

/**
 * What classification by nearest neighbours came to.
 *
 * @param protocol {@code knn}
 * @param k number of neighbours that vote
 * @param temperature of their weights
 * @param references number of labelled images that are voted with
 * @param queries number of test images
 * @param classes number of classes
 * @param pixels accuracy with the pixels as features, in [0, 1]
 * @param untrained accuracy with the network as it was before training, in [0, 1]
 * @param trained accuracy with the trained network, in [0, 1]
 */
@JsonPropertyOrder({
  "protocol",
  "k",
  "temperature",
  "references",
  "queries",
  "classes",
  "pixels",
  "untrained",
  "trained"
})
public record KnnReport(
    String protocol,
    int k,
    double temperature,
    int references,
    int queries,
    int classes,
    double pixels,
    double untrained,
    double trained)
    implements EvaluationReport {

  /** The name of the protocol. */
  public static final String PROTOCOL = "knn";

  @Override
  public String table() {
    return String.format(
        Locale.ROOT,
        """
        kNN accuracy (k = %d, %,d reference and %,d test images, %d classes)
          pixels             %5.1f %%
          untrained network  %5.1f %%
          trained network    %5.1f %%
        """,
        k,
        references,
        queries,
        classes,
        100 * pixels,
        100 * untrained,
        100 * trained);
  }
}
