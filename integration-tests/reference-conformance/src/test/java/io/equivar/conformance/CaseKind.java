package io.equivar.conformance;

import java.util.Optional;

/** Computes cases of one kind with the SDK. */
@FunctionalInterface
interface CaseKind {

  /**
   * Compares what the SDK makes of a case with what is expected.
   *
   * @return empty if the SDK has nothing that the case is about
   */
  Optional<Comparison> compare(ReferenceCase reference);
}
