package io.equivar.core.data.image;

import org.jspecify.annotations.Nullable;

/** Says why an image file cannot be used. The message is one line and does not name the file. */
public final class UnreadableImageException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int MAX_LENGTH = 200;

  private final boolean outside;

  /** Makes an exception with a reason that continues a sentence that starts with the file. */
  public UnreadableImageException(String reason) {
    super(reason);
    this.outside = false;
  }

  UnreadableImageException(String reason, Throwable cause) {
    super(reason, cause);
    this.outside = false;
  }

  private UnreadableImageException(String reason, @Nullable Throwable cause, boolean outside) {
    super(reason, cause);
    this.outside = outside;
  }

  /** Makes an exception whose reason lies outside the file: memory, permissions. */
  static UnreadableImageException outside(String reason, @Nullable Throwable cause) {
    return new UnreadableImageException(reason, cause, true);
  }

  /** Puts what a decoder threw into words. */
  static UnreadableImageException damaged(String format, Throwable thrown) {
    String message = thrown.getMessage();
    String detail =
        message == null || message.isBlank()
            ? thrown.getClass().getSimpleName()
            : message.strip().replaceAll("\\p{Cntrl}+", " ");
    String cut = detail.length() > MAX_LENGTH ? detail.substring(0, MAX_LENGTH) + "..." : detail;
    return new UnreadableImageException("is not a readable " + format + " image: " + cut, thrown);
  }

  /** Returns whether the same file may be readable another time: the reason is not in it. */
  public boolean isOutside() {
    return outside;
  }
}
