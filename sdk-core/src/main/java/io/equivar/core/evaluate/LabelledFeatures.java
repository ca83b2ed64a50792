package io.equivar.core.evaluate;

import java.util.stream.IntStream;

/**
 * Features of images with their classes.
 *
 * @param values the features, row by row
 * @param width the number of features of an image
 * @param labels the class of every image, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // Rows of numbers, handed on and never compared.
public record LabelledFeatures(float[] values, int width, int[] labels) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if they do not fit
   */
  public LabelledFeatures {
    if (width < 1 || values.length != labels.length * (long) width) {
      throw new IllegalArgumentException(
          labels.length + " images of " + width + " features, but " + values.length + " values");
    }
  }

  /** Returns the number of images. */
  public int size() {
    return labels.length;
  }

  /** Returns those rows whose mark is {@code wanted}, in their order. */
  LabelledFeatures rows(boolean[] marks, boolean wanted) {
    int[] chosen = IntStream.range(0, size()).filter(row -> marks[row] == wanted).toArray();
    float[] chosenValues = new float[chosen.length * width];
    int[] chosenLabels = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(values, chosen[i] * width, chosenValues, i * width, width);
      chosenLabels[i] = labels[chosen[i]];
    }
    return new LabelledFeatures(chosenValues, width, chosenLabels);
  }

  /** Returns these features with every row scaled to length 1; rows of zeros stay. */
  public LabelledFeatures normalized() {
    float[] scaled = new float[values.length];
    for (int row = 0; row < size(); row++) {
      double squares = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        squares += (double) values[i] * values[i];
      }
      double length = Math.max(Math.sqrt(squares), 1e-12);
      for (int i = row * width; i < (row + 1) * width; i++) {
        scaled[i] = (float) (values[i] / length);
      }
    }
    return new LabelledFeatures(scaled, width, labels);
  }
}
