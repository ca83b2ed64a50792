package io.equivar.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearProbeTest {

  private static final int WIDTH = 6;
  private static final int CLASSES = 3;

  /** Class centres on three axes, noise around them. */
  private static LabelledFeatures features(int count, double noise, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count * WIDTH];
    int[] labels = new int[count];
    for (int row = 0; row < count; row++) {
      labels[row] = row % CLASSES;
      for (int i = 0; i < WIDTH; i++) {
        values[row * WIDTH + i] =
            (float) ((i == labels[row] ? 1 : 0) + noise * random.nextGaussian());
      }
    }
    return new LabelledFeatures(values, WIDTH, labels);
  }

  @Test
  void theGradientVanishesAtTheOptimum() {
    LabelledFeatures training = features(60, 0.5, 1);
    double weight = 0.3;
    try (SoftmaxRegression regression = new SoftmaxRegression(training, CLASSES)) {
      LinearClassifier fitted = regression.fit(weight, regression.zero());
      double least = regression.objective(fitted, weight);
      double[] parameters = fitted.parameters();
      for (int i = 0; i < parameters.length; i++) {
        for (double change : new double[] {-1e-3, 1e-3}) {
          double[] moved = parameters.clone();
          moved[i] += change;
          assertThat(regression.objective(new LinearClassifier(WIDTH, CLASSES, moved), weight))
              .isGreaterThan(least);
        }
      }
    }
  }

  /** Variances that differ by a factor of a million, and a feature that is always 0. */
  @Test
  void theGradientVanishesForFeaturesOfVeryDifferentVariances() {
    LabelledFeatures even = features(300, 0.5, 2);
    float[] values = even.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) Math.pow(10, i % WIDTH - 3);
      if (i % WIDTH == 5) {
        values[i] = 0;
      }
    }
    LabelledFeatures training = new LabelledFeatures(values, WIDTH, even.labels());
    double change = 1e-4;
    try (SoftmaxRegression regression = new SoftmaxRegression(training, CLASSES)) {
      LinearClassifier fitted = regression.zero();
      for (double weight : new double[] {100, 30, 1e-2, 1e-5}) {
        fitted = regression.fit(weight, fitted);
        double[] parameters = fitted.parameters();
        for (int i = 0; i < parameters.length; i++) {
          double scale = Math.max(Math.abs(parameters[i]), 1e-3);
          double[] above = parameters.clone();
          above[i] += change * scale;
          double[] below = parameters.clone();
          below[i] -= change * scale;
          double rise = regression.objective(new LinearClassifier(WIDTH, CLASSES, above), weight);
          double fall = regression.objective(new LinearClassifier(WIDTH, CLASSES, below), weight);
          assertThat((rise - fall) / (2 * change))
              .as("derivative by the logarithm of parameter %d at weight %g", i, weight)
              .isCloseTo(0, within(1e-2));
        }
      }
    }
  }

  @Test
  void knowsNothingAtFirst() {
    LabelledFeatures training = features(60, 0.5, 1);
    try (SoftmaxRegression regression = new SoftmaxRegression(training, CLASSES)) {
      LinearClassifier zero = regression.zero();

      assertThat(regression.objective(zero, 1)).isCloseTo(60 * Math.log(3), within(1e-9));
      assertThat(zero.probabilities(training, 7))
          .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }
  }

  @Test
  void triesThePapersWeightsFromTheLargest() {
    LinearProbe probe = LinearProbe.standard(Accuracy.TOP_1, 1);

    assertThat(probe.weights()).hasSize(45).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(probe.weights().get(0)).isCloseTo(1e5, within(1e-6));
    assertThat(probe.weights().get(44)).isCloseTo(1e-6, within(1e-15));
    assertThat(probe.weights().get(4)).isCloseTo(1e4, within(1e-6));
  }

  @Test
  void choosesAWeightThatTellsTheClassesApart() {
    LinearProbe probe = LinearProbe.standard(Accuracy.TOP_1, 1);
    LinearProbe.Outcome outcome = probe.evaluate(features(90, 0.3, 1), features(300, 0.3, 2));

    assertThat(outcome.test()).isGreaterThan(0.9);
    assertThat(outcome.validation()).isGreaterThan(0.85);
    assertThat(probe.weights()).contains(outcome.weight());
  }

  @Test
  void tellsNothingFromNoise() {
    LinearProbe.Outcome outcome =
        LinearProbe.standard(Accuracy.MEAN_PER_CLASS, 1)
            .evaluate(features(60, 1e4, 1), features(600, 1e4, 2));

    assertThat(outcome.test()).isBetween(0.2, 0.47);
  }

  @Test
  void countsByImageOrByClass() {
    int[] labels = {0, 0, 0, 0, 2, 2};
    int[] predictions = {0, 0, 0, 1, 2, 0};

    assertThat(Accuracy.TOP_1.of(predictions, labels)).isEqualTo(4 / 6.0);
    assertThat(Accuracy.MEAN_PER_CLASS.of(predictions, labels)).isEqualTo((0.75 + 0.5) / 2);
  }
}
