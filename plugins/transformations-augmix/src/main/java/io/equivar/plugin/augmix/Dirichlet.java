package io.equivar.plugin.augmix;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The symmetric Dirichlet distribution: {@code count} positive numbers that add up to 1, drawn as
 * independent Gamma variates divided by their sum. The first of two is Beta(alpha, alpha).
 */
record Dirichlet(int count, double alpha) {

  double[] sample(RandomGenerator random) {
    double[] logarithms = new double[count];
    for (int i = 0; i < count; i++) {
      logarithms[i] = logarithmOfGamma(random);
    }
    // Small alphas make variates that underflow; their logarithms do not.
    double largest = Arrays.stream(logarithms).max().orElseThrow();
    double[] shares = Arrays.stream(logarithms).map(x -> Math.exp(x - largest)).toArray();
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  /**
   * Draws Gamma(alpha + 1) by squeezed rejection (Marsaglia and Tsang 2000, section 6) and brings
   * it down to Gamma(alpha) by a factor {@code u^(1 / alpha)}.
   */
  private double logarithmOfGamma(RandomGenerator random) {
    double d = alpha + 1 - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return Math.log(d * v) + Math.log(1 - random.nextDouble()) / alpha;
      }
    }
  }
}
