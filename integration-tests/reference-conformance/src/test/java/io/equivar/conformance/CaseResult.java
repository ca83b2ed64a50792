package io.equivar.conformance;

import java.util.Locale;

/**
 * What came of a case.
 *
 * @param name the case
 * @param status whether it passed
 * @param detail the largest error and where it is, or what went wrong
 */
record CaseResult(String name, Status status, String detail) {

  /** Whether a case passed. */
  enum Status {
    PASS("PASS"),
    FAIL("FAIL"),
    NOT_COVERED("NOT COVERED");

    private final String text;

    Status(String text) {
      this.text = text;
    }
  }

  static CaseResult of(String name, Comparison comparison) {
    return new CaseResult(
        name,
        comparison.passes() ? Status.PASS : Status.FAIL,
        String.format(
            Locale.ROOT, "%.3g of the tolerance (%s)", comparison.worst(), comparison.where()));
  }

  static CaseResult failed(String name, Exception reason) {
    return new CaseResult(name, Status.FAIL, String.valueOf(reason));
  }

  static CaseResult notCovered(String name, String kind) {
    return new CaseResult(name, Status.NOT_COVERED, kind);
  }

  /** Returns {@code PASS name largest-error}. */
  @Override
  public String toString() {
    return status.text + " " + name + " " + detail;
  }
}
