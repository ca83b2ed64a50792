package io.equivar.core.evaluate;

import io.equivar.core.random.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Linear evaluation (the paper's section 5.1, as Kornblith et al. 2019): softmax regression on
 * frozen features. Of 45 weights of the L2 penalty, spaced evenly by their logarithm from 1e-6 to
 * 1e5, the one with the best accuracy on a validation part is chosen, each fit starting from the
 * last; then training and validation part together are fitted with it.
 *
 * @param weights of the penalty, in descending order
 * @param validationShare of each class's training images, where the data have no validation part
 * @param accuracy how predictions are counted, to choose and to report
 * @param seed of the draw of the validation part
 */
public record LinearProbe(
    List<Double> weights, double validationShare, Accuracy accuracy, long seed) {

  private static final int WEIGHTS = 45;
  private static final double LEAST_EXPONENT = -6;
  private static final double LARGEST_EXPONENT = 5;

  /**
   * What a probe came to.
   *
   * @param weight the chosen penalty
   * @param validation accuracy on the validation part with it, in [0, 1]
   * @param test accuracy on the test images, in [0, 1]
   */
  public record Outcome(double weight, double validation, double test) {}

  /** Keeps a copy. */
  public LinearProbe {
    weights = List.copyOf(weights);
  }

  /** Returns the paper's probe, with a fifth of the training images for validation. */
  public static LinearProbe standard(Accuracy accuracy, long seed) {
    List<Double> weights =
        IntStream.range(0, WEIGHTS)
            .mapToObj(
                i ->
                    Math.pow(
                        10,
                        LARGEST_EXPONENT - i * (LARGEST_EXPONENT - LEAST_EXPONENT) / (WEIGHTS - 1)))
            .toList();
    return new LinearProbe(weights, 0.2, accuracy, seed);
  }

  /** Draws a validation part, chooses the penalty and fits. */
  public Outcome evaluate(LabelledFeatures training, LabelledFeatures test) {
    return evaluate(training, validationRows(training.labels()), test);
  }

  /**
   * Chooses the penalty and fits.
   *
   * @param held marks the training images that are the validation part
   */
  public Outcome evaluate(LabelledFeatures training, boolean[] held, LabelledFeatures test) {
    int classes = 1 + Arrays.stream(training.labels()).max().orElseThrow();
    LabelledFeatures validation = training.rows(held, true);
    double bestWeight = weights.get(0);
    double bestAccuracy = -1;
    try (SoftmaxRegression regression =
        new SoftmaxRegression(training.rows(held, false), classes)) {
      LinearClassifier classifier = regression.zero();
      for (double weight : weights) {
        classifier = regression.fit(weight, classifier);
        double reached = accuracy.of(classifier.predict(validation), validation.labels());
        if (reached > bestAccuracy) {
          bestAccuracy = reached;
          bestWeight = weight;
        }
      }
    }
    try (SoftmaxRegression regression = new SoftmaxRegression(training, classes)) {
      LinearClassifier classifier = regression.fit(bestWeight, regression.zero());
      return new Outcome(
          bestWeight, bestAccuracy, accuracy.of(classifier.predict(test), test.labels()));
    }
  }

  /** Draws the same share of every class; at least one image of each remains for training. */
  private boolean[] validationRows(int[] labels) {
    boolean[] held = new boolean[labels.length];
    int classes = 1 + Arrays.stream(labels).max().orElseThrow();
    for (int c = 0; c < classes; c++) {
      List<Integer> rows = new ArrayList<>();
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == c) {
          rows.add(i);
        }
      }
      Collections.shuffle(rows, new Random(Seeds.derive(seed, "validation." + c)));
      int count = Math.min((int) Math.ceil(validationShare * rows.size()), rows.size() - 1);
      rows.stream().limit(Math.max(count, 0)).forEach(row -> held[row] = true);
    }
    return held;
  }
}
