package io.equivar.core.evaluate;

/**
 * Features of images or of pairs of them, without classes.
 *
 * @param values row by row
 * @param width the number of features of a row
 */
@SuppressWarnings("ArrayRecordComponent") // Rows of numbers, handed on and never compared.
public record FeatureRows(float[] values, int width) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if there are no whole rows
   */
  public FeatureRows {
    if (width < 1 || values.length % width != 0) {
      throw new IllegalArgumentException(
          values.length + " values are no rows of " + width + " features");
    }
  }

  /** Takes the features of images. */
  static FeatureRows of(LabelledFeatures features) {
    return new FeatureRows(features.values(), features.width());
  }

  /** Returns the number of rows. */
  public int size() {
    return values.length / width;
  }

  /** Returns the rows with classes. */
  LabelledFeatures labelled(int[] labels) {
    return new LabelledFeatures(values, width, labels);
  }

  /** Returns some rows, in the order that is given. */
  FeatureRows rows(int[] chosen) {
    float[] chosenValues = new float[chosen.length * width];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(values, chosen[i] * width, chosenValues, i * width, width);
    }
    return new FeatureRows(chosenValues, width);
  }
}
