package io.equivar.core.data.fetch;

import java.io.IOException;

/** A file cannot be had, or is not what it should be. The message is for the user. */
public final class FetchException extends IOException {

  private static final long serialVersionUID = 1;

  /** Makes an exception. */
  public FetchException(String message) {
    super(message);
  }

  /** Makes an exception with its cause. */
  public FetchException(String message, Throwable cause) {
    super(message, cause);
  }
}
