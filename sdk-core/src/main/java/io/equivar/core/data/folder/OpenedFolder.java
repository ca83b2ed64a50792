package io.equivar.core.data.folder;

import io.equivar.core.data.DataSplits;
import io.equivar.core.data.cache.CacheReport;
import java.util.List;

/**
 * A folder of images, opened.
 *
 * @param splits its images
 * @param reports which files were left out, of the training, test and validation part, in this
 *     order, as far as there are such parts
 */
public record OpenedFolder(DataSplits splits, List<CacheReport> reports) {

  /** Copies the list. */
  public OpenedFolder {
    reports = List.copyOf(reports);
  }
}
