package io.equivar.core.data.cache;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What became of the files of one part of the data.
 *
 * @param offered the number of files
 * @param leftOut those that could not be used, in the order of the files
 * @param file a text file that lists them; there only if there are any
 */
public record CacheReport(int offered, List<LeftOut> leftOut, Path file) {

  /** Copies the list. */
  public CacheReport {
    leftOut = List.copyOf(leftOut);
  }

  /** Returns a line such as {@code 17 of 1,020 images left out, see FILE}. */
  public String summary() {
    String count =
        String.format(Locale.ROOT, "%,d of %,d images left out", leftOut.size(), offered);
    return leftOut.isEmpty() ? count : count + ", see " + file;
  }
}
