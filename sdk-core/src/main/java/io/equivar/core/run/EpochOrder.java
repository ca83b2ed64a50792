package io.equivar.core.run;

import io.equivar.core.random.Seeds;
import java.util.random.RandomGenerator;

/**
 * The order in which the images of a set are seen: a new permutation for every epoch, cut into
 * batches of which the last, incomplete one is left out.
 *
 * @param images number of images
 * @param batchSize images in a batch, at most {@code images}
 * @param seed of the run
 */
record EpochOrder(int images, int batchSize, long seed) {

  private static final String PURPOSE = "order of images";

  EpochOrder {
    if (batchSize < 1 || batchSize > images) {
      throw new IllegalArgumentException(
          "a batch of " + batchSize + " cannot be taken from " + images + " images");
    }
  }

  /** Returns the number of batches in an epoch. */
  int batches() {
    return images / batchSize;
  }

  /**
   * Returns the images of an epoch, in their order.
   *
   * @param epoch from 0
   */
  int[] permutation(int epoch) {
    RandomGenerator random = Seeds.generator(Seeds.derive(Seeds.derive(seed, PURPOSE), epoch));
    int[] order = new int[images];
    for (int i = 0; i < images; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
