package io.equivar.core.data;

import java.util.Optional;

/**
 * The parts of a data set. Whoever opened it closes it, and with it all parts.
 *
 * @param training what to train on, regardless of labels
 * @param labelledTraining images of the training part whose class is known, for evaluation; may be
 *     {@code training} itself
 * @param test images that training never sees, with labels
 */
public record DataSplits(
    ImageSet training, Optional<ImageSet> labelledTraining, Optional<ImageSet> test)
    implements AutoCloseable {

  @Override
  public void close() {
    training.close();
    labelledTraining.ifPresent(ImageSet::close);
    test.ifPresent(ImageSet::close);
  }
}
