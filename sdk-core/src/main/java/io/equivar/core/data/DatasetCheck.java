package io.equivar.core.data;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.config.Cifar100Data;
import io.equivar.core.config.Cifar10Data;
import io.equivar.core.config.DataConfig;
import io.equivar.core.config.NamedData;
import io.equivar.core.config.Stl10Data;
import io.equivar.core.data.binary.BinaryData;
import io.equivar.core.data.catalog.Dataset;
import io.equivar.core.data.catalog.DatasetFile;
import io.equivar.core.data.catalog.PartSizes;
import io.equivar.core.data.fetch.ArchiveCheck;
import io.equivar.core.data.published.PublishedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks whether a folder or an archive holds a data set as it was published. */
public final class DatasetCheck {

  private DatasetCheck() {}

  /**
   * Looks at an archive, or another file of a data set.
   *
   * @throws ConfigurationException if no file of the data set is called so
   * @throws IOException if it cannot be read
   */
  public static CheckReport file(Dataset dataset, Path file) throws IOException {
    String name = file.getFileName().toString();
    DatasetFile known =
        dataset.files().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        new Problem(
                            "PATH",
                            "must be a folder, or one of " + dataset.fileNames(),
                            name,
                            "Files are known by their names")));
    ArchiveCheck check = ArchiveCheck.of(known, file);
    return new CheckReport(check.lines(), check.problems());
  }

  /**
   * Looks at the folder of an image data set: lists, images and their numbers. Images are not
   * decoded.
   */
  public static CheckReport folder(Dataset dataset, Path folder) {
    Path inner = folder.resolve(dataset.folder());
    DataConfig config =
        new NamedData(
                dataset.name(), isBinary(dataset) && Files.isDirectory(inner) ? inner : folder)
            .withDefaults();
    Optional<PublishedData> published = PublishedData.of(config);
    if (published.isPresent()) {
      PublishedData.Inspection inspection = published.get().inspect();
      return CheckReport.ofSizes(
          inspection.listing().sizes(),
          dataset.sizes(),
          inspection.problems().stream().map(Problem::toString).toList());
    }
    try (DataSplits splits = opened(config)) {
      return CheckReport.ofSizes(sizes(dataset, splits), dataset.sizes(), List.of());
    } catch (ConfigurationException e) {
      return new CheckReport(List.of(), e.problems().stream().map(Problem::toString).toList());
    }
  }

  private static boolean isBinary(Dataset dataset) {
    return dataset.name().startsWith("cifar") || dataset.name().startsWith("stl");
  }

  private static DataSplits opened(DataConfig config) {
    if (config instanceof Cifar10Data cifar10) {
      return BinaryData.open(cifar10).withValidation(DataOpener.CIFAR_VALIDATION);
    }
    if (config instanceof Cifar100Data cifar100) {
      return BinaryData.open(cifar100).withValidation(DataOpener.CIFAR_VALIDATION);
    }
    if (config instanceof Stl10Data stl10) {
      return BinaryData.open(stl10);
    }
    throw new IllegalStateException("no check for " + config);
  }

  private static PartSizes sizes(Dataset dataset, DataSplits splits) {
    int labelled = splits.labelledTraining().map(ImageSet::size).orElse(0);
    int validation = splits.validation().map(ImageRows::size).orElse(0);
    int test = splits.test().map(ImageSet::size).orElse(0);
    return new PartSizes(dataset.sizes().classes(), labelled - validation, validation, test);
  }
}
