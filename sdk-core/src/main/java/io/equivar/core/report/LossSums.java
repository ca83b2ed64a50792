package io.equivar.core.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The losses of some steps, added up. Immutable.
 *
 * @param steps number of steps
 * @param total sum of the losses that are minimised
 * @param terms sums of the unweighted terms, by name
 */
public record LossSums(int steps, double total, Map<String, Double> terms) {

  /** No step. */
  public static final LossSums NONE = new LossSums(0, 0, Map.of());

  /**
   * Keeps a copy of the terms, in their order.
   *
   * @throws NullPointerException if one has no value
   */
  public LossSums {
    terms.values().forEach(Objects::requireNonNull);
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** Returns the sums with one more step. */
  public LossSums plus(double loss, Map<String, Double> lossTerms) {
    Map<String, Double> sums = new LinkedHashMap<>(terms);
    lossTerms.forEach((name, value) -> sums.merge(name, value, Double::sum));
    return new LossSums(steps + 1, total + loss, sums);
  }

  /** Returns the mean of the losses that are minimised; not a number if there was no step. */
  public double mean() {
    return total / steps;
  }

  /** Returns the means as metrics. */
  public Metrics means(
      long step, int epoch, double learningRate, double imagesPerSecond, double waitingShare) {
    Map<String, Double> means = new LinkedHashMap<>();
    terms.forEach((name, sum) -> means.put(name, sum / steps));
    return new Metrics(step, epoch, learningRate, mean(), means, imagesPerSecond, waitingShare);
  }
}
