package io.equivar.core.run;

/** A training that cannot go on, through no mistake in the form of its configuration. */
public final class TrainingFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes the failure; the message names cause and next step. */
  public TrainingFailure(String message) {
    super(message);
  }

  /** Makes the failure with what it comes from. */
  TrainingFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
