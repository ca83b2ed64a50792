package io.equivar.core.detect.model;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * How a detector is trained.
 *
 * @param stages of the backbone that it looks through: 3 or 4
 * @param epochs number of passes through the training images
 * @param batchSize images of a step
 * @param learningRate the highest, of AdamW
 * @param seed of the head's weights, the order of the images and their mirroring
 */
public record DetectorSettings(
    int stages, int epochs, int batchSize, double learningRate, long seed) {

  /** What is used unless said otherwise. */
  public static final DetectorSettings DEFAULT = new DetectorSettings(3, 12, 16, 1e-3, 1);

  /**
   * Checks the settings.
   *
   * @throws ConfigurationException if one is out of range
   */
  public DetectorSettings {
    List<Problem> problems = new ArrayList<>();
    if (stages != 3 && stages != 4) {
      problems.add(Problem.of("--stages", "must be 3 or 4", stages));
    }
    if (epochs < 1) {
      problems.add(Problem.of("--epochs", "must be at least 1", epochs));
    }
    if (batchSize < 1) {
      problems.add(Problem.of("--batch-size", "must be at least 1", batchSize));
    }
    if (!(learningRate > 0 && learningRate <= 1)) {
      problems.add(Problem.of("--learning-rate", "must be in (0, 1]", learningRate));
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }
}
