package io.equivar.core.data.published;

/** Reads which images a data set lists. */
interface DatasetReader {

  /**
   * Reads the lists. What is wrong is noted in the folder; then the listing may be incomplete.
   *
   * @param folder of the data set
   */
  Listing read(PublishedFolder folder);

  /**
   * Returns the file that decides which images are read, where the data set holds many more than a
   * split has; else nothing: then all splits share a cache.
   */
  default String source() {
    return "";
  }
}
