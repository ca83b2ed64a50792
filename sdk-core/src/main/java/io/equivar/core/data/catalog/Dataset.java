package io.equivar.core.data.catalog;

import java.util.List;

/**
 * A published data set.
 *
 * @param name by which configurations and commands call it
 * @param title by which its authors call it
 * @param page where its authors describe it
 * @param folder what its main archive unpacks to, or empty for several things; the setting {@code
 *     path} names it or the folder around it
 * @param files what there is to download
 * @param sizes of its parts, as the paper's table 10 has them
 * @param metric that the table gives results as
 */
public record Dataset(
    String name,
    String title,
    String page,
    String folder,
    List<DatasetFile> files,
    PartSizes sizes,
    Metric metric) {

  /** Copies the list. */
  public Dataset {
    files = List.copyOf(files);
  }

  /** Returns the setting that names its folder. */
  public String key() {
    return "data." + name + ".path";
  }

  /** Returns the names of its files, for messages. */
  public String fileNames() {
    return String.join(", ", files.stream().map(DatasetFile::name).toList());
  }
}
