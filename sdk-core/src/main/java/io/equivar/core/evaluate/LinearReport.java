package io.equivar.core.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;

/**
 * What linear evaluation came to, beside two baselines.
 *
 * @param protocol {@code linear}
 * @param accuracy how predictions are counted
 * @param training number of labelled training images, validation part included
 * @param test number of test images
 * @param classes number of classes
 * @param pixels with the pixels as features
 * @param untrained with the network as it was before training
 * @param trained with the trained network
 */
@JsonPropertyOrder({
  "protocol",
  "accuracy",
  "training",
  "test",
  "classes",
  "pixels",
  "untrained",
  "trained"
})
public record LinearReport(
    String protocol,
    String accuracy,
    int training,
    int test,
    int classes,
    LinearProbe.Outcome pixels,
    LinearProbe.Outcome untrained,
    LinearProbe.Outcome trained)
    implements EvaluationReport {

  /** The name of the protocol. */
  public static final String PROTOCOL = "linear";

  @Override
  public String table() {
    return String.format(
        Locale.ROOT,
        """
        Linear accuracy (%s, %,d training and %,d test images, %d classes)
          pixels             %s
          untrained network  %s
          trained network    %s
        """,
        accuracy,
        training,
        test,
        classes,
        line(pixels),
        line(untrained),
        line(trained));
  }

  private static String line(LinearProbe.Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%5.1f %%  (L2 weight %.3g, %.1f %% on validation images)",
        100 * outcome.test(),
        outcome.weight(),
        100 * outcome.validation());
  }
}
