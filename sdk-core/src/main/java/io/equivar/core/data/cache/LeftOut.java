package io.equivar.core.data.cache;

/**
 * A file that is not among the images, and why.
 *
 * @param file its path within the data
 * @param reason continues a sentence that starts with the file: {@code is a truncated PNG image}
 */
public record LeftOut(String file, String reason) {

  /** Returns the sentence. */
  @Override
  public String toString() {
    return file + " " + reason;
  }
}
