package io.equivar.core.doctor;

/**
 * What a check found.
 *
 * @param subject what was looked at
 * @param status how it is
 * @param detail what was found
 * @param nextStep what to do, as a sentence; empty where nothing need be done
 */
public record Finding(String subject, Status status, String detail, String nextStep) {

  /** How something is. */
  public enum Status {
    /** As it should be. */
    OK,
    /** Usable, but not as good as it could be. */
    NOTE,
    /** Not usable. */
    FAILED
  }

  static Finding ok(String subject, String detail) {
    return new Finding(subject, Status.OK, detail, "");
  }

  static Finding note(String subject, String detail, String nextStep) {
    return new Finding(subject, Status.NOTE, detail, nextStep);
  }

  static Finding failed(String subject, String detail, String nextStep) {
    return new Finding(subject, Status.FAILED, detail, nextStep);
  }
}
