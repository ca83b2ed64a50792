package io.equivar.core.data.folder;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.config.FolderData;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.LabelledSubset;
import io.equivar.core.data.cache.CacheReport;
import io.equivar.core.data.cache.CachedImages;
import io.equivar.core.data.cache.ImageCache;
import io.equivar.core.data.image.DecodingLimits;
import io.equivar.core.data.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens folders of image files:
 *
 * <ul>
 *   <li>With a sub-folder {@code train}, that is the training part, and {@code test}, or else
 *       {@code val}, is the test part, if there is one. Without, all of the folder is for training.
 *   <li>A sub-folder of a part is a class and names it; all files below belong to it. Files that
 *       lie in the part itself have no class.
 *   <li>Images are in the order of their paths. Hidden files are skipped, links followed.
 *   <li>Files that are no images, or damaged, are left out and reported.
 * </ul>
 */
public final class ImageFolders {

  private static final String TRAIN = "train";
  private static final List<String> TESTS = List.of("test", "val");

  private final ImageCache cache;
  private final DecodingLimits limits;

  /**
   * Makes an opener.
   *
   * @param cache where the decoded images are kept
   * @param limits of decoding
   */
  public ImageFolders(ImageCache cache, DecodingLimits limits) {
    this.cache = cache;
    this.limits = limits;
  }

  /**
   * Opens a folder, decoding its images if that was not done before, or they changed since.
   *
   * @throws ConfigurationException if there is no such folder, or no image in it
   */
  public OpenedFolder open(FolderData config) {
    Path folder = config.path();
    if (!Files.isDirectory(folder)) {
      throw problem("must be a folder of images", folder, "");
    }
    Path train = folder.resolve(TRAIN);
    Optional<Path> test =
        TESTS.stream().map(folder::resolve).filter(Files::isDirectory).findFirst();
    if (Files.isDirectory(train)) {
      return open(train, test, config.imageSize());
    }
    if (test.isPresent()) {
      throw problem(
          "must have a folder train beside " + test.get().getFileName(),
          folder,
          "Put the training images into " + train);
    }
    return open(folder, Optional.empty(), config.imageSize());
  }

  private OpenedFolder open(Path train, Optional<Path> test, int side) {
    List<ImageFile> trainFiles = scan(train);
    List<ImageFile> testFiles = test.map(ImageFolders::scan).orElse(List.of());
    // One list for both parts, so that a label means the same in both.
    List<String> classNames =
        Stream.concat(trainFiles.stream(), testFiles.stream())
            .map(ImageFile::className)
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted()
            .toList();
    List<CacheReport> reports = new ArrayList<>();
    try (ImageDecoder decoder = new ImageDecoder(limits)) {
      CachedImages training =
          cache.open(new FolderSource(train, trainFiles, classNames, side, decoder));
      reports.add(training.report());
      Optional<CachedImages> testing =
          test.map(
              path -> cache.open(new FolderSource(path, testFiles, classNames, side, decoder)));
      testing.map(CachedImages::report).ifPresent(reports::add);
      Optional<ImageSet> labelledTest = testing.flatMap(LabelledSubset::of);
      return new OpenedFolder(
          new DataSplits(training, LabelledSubset.of(training), labelledTest), reports);
    }
  }

  private static List<ImageFile> scan(Path folder) {
    try {
      return FolderScan.of(folder);
    } catch (IOException e) {
      throw problem("must be a folder that can be read", folder, String.valueOf(e));
    }
  }

  private static ConfigurationException problem(String rule, Path got, String nextStep) {
    return new ConfigurationException(new Problem("data.path", rule, got.toString(), nextStep));
  }
}
