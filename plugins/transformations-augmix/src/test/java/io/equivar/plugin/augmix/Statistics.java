package io.equivar.plugin.augmix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/** Compares samples with distributions. Seeds are fixed, so that a test passes always or never. */
final class Statistics {

  /** What a true hypothesis falls below in one of a thousand samples. */
  private static final double SIGNIFICANCE = 1e-3;

  private Statistics() {}

  /** Compares a sample of a continuous distribution (Kolmogorov and Smirnov). */
  static void assertDistributed(double[] sample, DoubleUnaryOperator cumulative) {
    assertThat(KolmogorovSmirnovTest.withDefaults().test(sample, cumulative).getPValue())
        .isGreaterThan(SIGNIFICANCE);
  }

  /** Compares counts with expected ones (Pearson). */
  static void assertCounts(long[] counts, double[] expected) {
    assertThat(ChiSquareTest.withDefaults().test(expected, counts).getPValue())
        .as("%s of %s", Arrays.toString(counts), Arrays.toString(expected))
        .isGreaterThan(SIGNIFICANCE);
  }

  /** Compares counts with equal ones. */
  static void assertUniform(long[] counts) {
    double[] expected = new double[counts.length];
    Arrays.fill(expected, (double) Arrays.stream(counts).sum() / counts.length);
    assertCounts(counts, expected);
  }
}
