package io.equivar.core.evaluate;

/**
 * A fitted softmax regression: class {@code c} of features {@code x} has the probability {@code
 * softmax(W x + b)[c]}.
 */
public final class LinearClassifier {

  private final int width;
  private final int classes;
  private final double[] parameters;

  /**
   * Takes fitted parameters.
   *
   * @param parameters weights {@code [width, classes]}, row-major, then biases {@code [classes]}
   */
  LinearClassifier(int width, int classes, double[] parameters) {
    this.width = width;
    this.classes = classes;
    this.parameters = parameters;
  }

  /** Returns a copy of the parameters. */
  double[] parameters() {
    return parameters.clone();
  }

  /**
   * Returns the probabilities of all classes.
   *
   * @param row of {@code features}
   */
  public double[] probabilities(LabelledFeatures features, int row) {
    double[] scores = scores(features, row);
    double largest = scores[indexOfLargest(scores)];
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      scores[c] = Math.exp(scores[c] - largest);
      sum += scores[c];
    }
    for (int c = 0; c < classes; c++) {
      scores[c] /= sum;
    }
    return scores;
  }

  /** Returns the most probable class of every row; the lowest of those that are equal. */
  public int[] predict(LabelledFeatures features) {
    int[] predictions = new int[features.size()];
    for (int row = 0; row < predictions.length; row++) {
      predictions[row] = indexOfLargest(scores(features, row));
    }
    return predictions;
  }

  private double[] scores(LabelledFeatures features, int row) {
    if (features.width() != width) {
      throw new IllegalArgumentException(
          "the classifier takes " + width + " features, got " + features.width());
    }
    double[] scores = new double[classes];
    System.arraycopy(parameters, width * classes, scores, 0, classes);
    for (int i = 0; i < width; i++) {
      double value = features.values()[row * width + i];
      for (int c = 0; c < classes; c++) {
        scores[c] += value * parameters[i * classes + c];
      }
    }
    return scores;
  }

  private static int indexOfLargest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
