package io.equivar.core.detect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.equivar.core.detect.model.DetectorSettings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the evaluation of a backbone by detection came to.
 *
 * @param protocol {@code detection}
 * @param classes number of classes
 * @param training number of training images
 * @param test number of test images
 * @param imageSize side of the squares that images are fitted into
 * @param settings of the detectors
 * @param untrained with the backbone as it was before its training; null if not asked for
 * @param trained with the trained backbone
 */
@JsonPropertyOrder({
  "protocol",
  "classes",
  "training",
  "test",
  "imageSize",
  "settings",
  "untrained",
  "trained"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DetectionReport(
    String protocol,
    int classes,
    int training,
    int test,
    int imageSize,
    DetectorSettings settings,
    @Nullable DetectionScores untrained,
    DetectionScores trained) {

  /** The name of the protocol. */
  public static final String PROTOCOL = "detection";

  /** Returns the figures as a table for people. */
  public String table() {
    return String.format(
            Locale.ROOT,
            "Detection (%,d training and %,d test images of %d pixels, %d classes, %d epochs), in %%%n"
                + "                         AP    AP50    AP75     VOC  VOC-07%n",
            training,
            test,
            imageSize,
            classes,
            settings.epochs())
        + (untrained == null ? "" : row("untrained backbone", untrained))
        + row("trained backbone", trained);
  }

  private static String row(String name, DetectionScores scores) {
    return String.format(Locale.ROOT, "  %-19s %s%n", name, scores.line());
  }
}
