package io.equivar.core.pipeline;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;

/** The rule that a batch consists of pairs. */
final class Pairs {

  private Pairs() {}

  /**
   * Checks a batch size.
   *
   * @throws ConfigurationException if it is odd or not positive
   */
  static void requireEven(int batchSize) {
    if (batchSize < 2 || batchSize % 2 != 0) {
      throw new ConfigurationException(
          Problem.of(
              "batch-size",
              "must be even and at least 2, because images come in pairs",
              batchSize));
    }
  }
}
