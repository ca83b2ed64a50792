package io.equivar.core.data.catalog;

import java.util.Locale;

/**
 * How many images the parts of a data set have.
 *
 * @param classes number of classes
 * @param training images to train on, those for validation aside
 * @param validation images to choose settings with
 * @param test images to test with
 */
public record PartSizes(int classes, int training, int validation, int test) {

  /** Returns the sizes for people: {@code 101 classes, 68,175 + 7,575 + 25,250 images}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d classes, %,d training + %,d validation + %,d test images",
        classes,
        training,
        validation,
        test);
  }
}
