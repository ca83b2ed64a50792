package io.equivar.conformance;

/** Compares values with expected ones and keeps the worst error, in tolerances. */
final class Comparison {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private double worst;
  private String where = "nothing was compared";
  private int count;

  /**
   * Compares a value.
   *
   * @param what names the value in the result
   * @param allowed the largest difference that passes
   */
  void check(String what, double actual, double expected, double allowed) {
    double difference = Math.abs(actual - expected);
    // What is no number passes every "greater than": it must count as infinitely wrong.
    double error =
        difference == 0 ? 0 : Double.isNaN(difference / allowed) ? INFINITE : difference / allowed;
    if (count == 0 || error > worst) {
      worst = error;
      where = what;
    }
    count++;
  }

  /**
   * Returns the largest error, as a multiple of its tolerance; infinite if nothing was compared.
   */
  double worst() {
    return count == 0 ? INFINITE : worst;
  }

  /** Returns what has the largest error. */
  String where() {
    return where;
  }

  /** Returns whether something was compared and every error is within its tolerance. */
  boolean passes() {
    return worst() <= 1;
  }
}
