package io.equivar.core.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How long runs of a workload took, repetition by repetition.
 *
 * @param medians the median duration of a run in each repetition, seconds; at least one
 */
public record Timings(List<Double> medians) {

  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * Checks that there is a repetition.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Timings {
    if (medians.isEmpty()) {
      throw new IllegalArgumentException("timings are of at least one repetition, got none");
    }
    medians = List.copyOf(medians);
  }

  /**
   * Times a workload.
   *
   * @param warmUps runs that are not timed
   * @param repetitions how often to take a median
   * @param runs runs of a repetition
   */
  public static Timings of(Workload workload, int warmUps, int repetitions, int runs)
      throws InterruptedException {
    for (int i = 0; i < warmUps; i++) {
      workload.run();
    }
    List<Double> medians = new ArrayList<>();
    for (int repetition = 0; repetition < repetitions; repetition++) {
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        long start = System.nanoTime();
        workload.run();
        seconds.add((System.nanoTime() - start) / NANOS_PER_SECOND);
      }
      medians.add(median(seconds));
    }
    return new Timings(medians);
  }

  /** Returns the median of the repetitions' medians, seconds. */
  public double median() {
    return median(medians);
  }

  /** Returns the fastest repetition's median, seconds. */
  public double fastest() {
    return medians.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** Returns the slowest repetition's median, seconds. */
  public double slowest() {
    return medians.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
