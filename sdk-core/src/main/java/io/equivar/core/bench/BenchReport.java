package io.equivar.core.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, with all that it depends on.
 *
 * @param subject what was timed
 * @param imagesPerSecond at the median; an image of two views counts once
 * @param medianStepSeconds median of the repetitions' medians
 * @param fastestStepSeconds median of the fastest repetition
 * @param slowestStepSeconds median of the slowest repetition
 * @param repetitions how many
 * @param stepsPerRepetition runs of each
 * @param batchSize images of a run
 * @param imageSize height and width, pixels
 * @param objective of the training step
 * @param precision of products
 * @param threads of TensorFlow
 * @param decodedImagesPerSecond files read into the cache; null where there are none
 * @param peakResidentMebibytes most memory that the process has had; null where unknown
 * @param versions of program, TensorFlow and Java
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchReport(
    String subject,
    double imagesPerSecond,
    double medianStepSeconds,
    double fastestStepSeconds,
    double slowestStepSeconds,
    int repetitions,
    int stepsPerRepetition,
    int batchSize,
    int imageSize,
    String objective,
    String precision,
    int threads,
    @Nullable Double decodedImagesPerSecond,
    @Nullable Long peakResidentMebibytes,
    String versions) {

  /** Returns the report as some lines of text. */
  public String table() {
    return String.format(
        Locale.ROOT,
        """
        %s: %.1f images/s (%.1f to %.1f in %d repetitions of %d)
          a run takes   %.2f ms at the median
          batch         %d images of %d x %d pixels
          objective     %s
          precision     %s, %d threads
          files read    %s
          memory        %s at most
          versions      %s
        """,
        subject,
        imagesPerSecond,
        batchSize / slowestStepSeconds,
        batchSize / fastestStepSeconds,
        repetitions,
        stepsPerRepetition,
        medianStepSeconds * 1000,
        batchSize,
        imageSize,
        imageSize,
        objective,
        precision,
        threads,
        decodedImagesPerSecond == null
            ? "none"
            : String.format(Locale.ROOT, "%.0f a second", decodedImagesPerSecond),
        peakResidentMebibytes == null ? "unknown" : peakResidentMebibytes + " MiB",
        versions);
  }
}
