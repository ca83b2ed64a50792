package io.equivar.core.evaluate;

import java.util.Locale;
import java.util.Random;

/**
 * Times the linear probe on features like those of a ResNet-18: 6,500 training and 1,000 test rows
 * of 512 features, not negative, correlated, of ten overlapping classes. Run its {@code main}; it
 * asserts nothing.
 */
final class LinearProbeTiming {

  private static final int WIDTH = 512;
  private static final int CLASSES = 10;
  private static final int FACTORS = 64;

  private LinearProbeTiming() {}

  /** Prints the seconds and what the probe came to. */
  public static void main(String[] arguments) {
    Random random = new Random(1);
    double[] mixing = gaussian(random, FACTORS * WIDTH);
    double[] centres = gaussian(random, CLASSES * FACTORS);
    LabelledFeatures training = features(random, 6500, mixing, centres);
    LabelledFeatures test = features(random, 1000, mixing, centres);
    long start = System.nanoTime();
    LinearProbe.Outcome outcome = LinearProbe.standard(Accuracy.TOP_1, 1).evaluate(training, test);
    System.out.printf(
        Locale.ROOT,
        "%.1f s, weight %.3g, validation %.3f, test %.3f%n",
        (System.nanoTime() - start) / 1e9,
        outcome.weight(),
        outcome.validation(),
        outcome.test());
  }

  private static LabelledFeatures features(
      Random random, int rows, double[] mixing, double[] centres) {
    float[] values = new float[rows * WIDTH];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = row % CLASSES;
      double[] factors = new double[FACTORS];
      for (int f = 0; f < FACTORS; f++) {
        factors[f] = 0.35 * centres[labels[row] * FACTORS + f] + random.nextGaussian();
      }
      for (int i = 0; i < WIDTH; i++) {
        double sum = 0.5 * random.nextGaussian();
        for (int f = 0; f < FACTORS; f++) {
          sum += factors[f] * mixing[f * WIDTH + i] / Math.sqrt(FACTORS);
        }
        values[row * WIDTH + i] = (float) Math.max(0, sum);
      }
    }
    return new LabelledFeatures(values, WIDTH, labels);
  }

  private static double[] gaussian(Random random, int count) {
    return random.doubles(count, -1, 1).map(value -> value * Math.sqrt(3)).toArray();
  }
}
