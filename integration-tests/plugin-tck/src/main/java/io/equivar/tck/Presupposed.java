package io.equivar.tck;

import org.opentest4j.TestAbortedException;

/** Rules without which another rule says nothing. */
final class Presupposed {

  private Presupposed() {}

  /**
   * Aborts the test if a rule that it presupposes is broken: that rule's own test fails.
   *
   * @param rule its number
   * @param check what its test checks
   */
  static void check(String rule, Runnable check) {
    try {
      check.run();
    } catch (AssertionError e) {
      throw new TestAbortedException("not judged, because " + rule + " is broken", e);
    }
  }
}
