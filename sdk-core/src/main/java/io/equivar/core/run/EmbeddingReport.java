package io.equivar.core.run;

import io.equivar.core.data.cache.LeftOut;
import java.util.List;

/**
 * What became of the files of a folder.
 *
 * @param embedded number of images whose features were given
 * @param leftOut files that could not be read, in their order
 */
public record EmbeddingReport(int embedded, List<LeftOut> leftOut) {

  /** Copies the list. */
  public EmbeddingReport {
    leftOut = List.copyOf(leftOut);
  }
}
