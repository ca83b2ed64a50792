package io.equivar.core.data.image;

/** Says why an image file cannot be used. The message is one line and does not name the file. */
public final class UnreadableImageException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int MAX_LENGTH = 200;

  UnreadableImageException(String reason) {
    super(reason);
  }

  UnreadableImageException(String reason, Throwable cause) {
    super(reason, cause);
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
}
