package io.equivar.core.data.binary;

import io.equivar.core.data.ImageSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The images of a file with their classes.
 *
 * @param records the images
 * @param label the class of an image by its place in the file, or {@link ImageSet#NO_LABEL}
 */
record LabelledRecords(MappedRecords records, IntUnaryOperator label) {

  /** Returns the class of every image. */
  IntStream labels() {
    return IntStream.range(0, records.count()).map(label);
  }
}
