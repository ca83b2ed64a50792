package io.equivar.core.data.cache;

/** Says why a cache file has to be made anew; continues a sentence that starts with the file. */
final class UnusableCacheException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableCacheException(String reason) {
    super(reason);
  }
}
