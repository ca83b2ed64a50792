package io.equivar.core.data;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The parts of a data set. Whoever opened it closes it, and with it all parts.
 *
 * @param training what to train on, regardless of labels
 * @param labelledTraining images of the training part whose class is known, for evaluation, those
 *     for validation included; may be {@code training} itself
 * @param test images that training never sees, with labels
 * @param validation which images of {@code labelledTraining} are to choose settings with; empty if
 *     the data do not say
 */
public record DataSplits(
    ImageSet training,
    Optional<ImageSet> labelledTraining,
    Optional<ImageSet> test,
    Optional<ImageRows> validation)
    implements AutoCloseable {

  /** Makes splits that do not say what to validate with. */
  public DataSplits(
      ImageSet training, Optional<ImageSet> labelledTraining, Optional<ImageSet> test) {
    this(training, labelledTraining, test, Optional.empty());
  }

  /** Returns these splits with a validation part that is drawn from the labelled images. */
  public DataSplits withValidation(ValidationDraw draw) {
    Optional<ImageRows> drawn =
        labelledTraining.map(
            images -> draw.draw(IntStream.range(0, images.size()).map(images::label).toArray()));
    return new DataSplits(training, labelledTraining, test, drawn);
  }

  @Override
  public void close() {
    training.close();
    labelledTraining.ifPresent(ImageSet::close);
    test.ifPresent(ImageSet::close);
  }
}
