package io.equivar.core.data.fetch;

/**
 * How much may come out of an archive.
 *
 * @param entries number of files and folders
 * @param bytes of all files
 * @param ratio of the bytes that come out to those of the archive
 */
public record UnpackLimits(long entries, long bytes, double ratio) {

  /** Small archives may be compressed by any ratio up to this size. */
  private static final long ALWAYS_ALLOWED = 64L << 20;

  /**
   * Returns limits that no published image data set comes near: images are compressed already, so
   * that archives of them are as large as what they hold.
   */
  public static UnpackLimits defaults() {
    return new UnpackLimits(5_000_000, 1L << 40, 20);
  }

  /** Returns how many bytes may come out of an archive. */
  long bytesOf(long archiveBytes) {
    return Math.min(bytes, Math.max(ALWAYS_ALLOWED, (long) (ratio * archiveBytes)));
  }
}
