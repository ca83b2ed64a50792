package io.equivar.core.run;

import io.equivar.core.report.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up the losses of a group of steps. */
final class MetricsGroup {

  private final Map<String, Double> sums = new LinkedHashMap<>();
  private double total;
  private int steps;

  void add(StepLosses losses) {
    total += losses.total();
    losses.terms().forEach((name, value) -> sums.merge(name, value, Double::sum));
    steps++;
  }

  boolean isEmpty() {
    return steps == 0;
  }

  /** Returns the means of the group. */
  Metrics mean(long step, int epoch, double learningRate, int batchSize, double seconds) {
    Map<String, Double> means = new LinkedHashMap<>();
    sums.forEach((name, sum) -> means.put(name, sum / steps));
    return new Metrics(
        step, epoch, learningRate, total / steps, means, (double) steps * batchSize / seconds);
  }
}
