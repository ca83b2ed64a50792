package io.equivar.core.data.folder;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.config.FolderData;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageRows;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.JoinedImages;
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
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Opens folders of image files:
 *
 * <ul>
 *   <li>With a sub-folder {@code train}, that is the training part, and {@code test}, or else
 *       {@code val}, is the test part, if there is one. Beside both, {@code val} is the validation
 *       part: it is not trained on; evaluations choose their settings with it, and then count it to
 *       the labelled training images. Without, all of the folder is for training.
 *   <li>A sub-folder of a part is a class and names it; all files below belong to it. Files that
 *       lie in the part itself have no class.
 *   <li>Images are in the order of their paths. Hidden files are skipped, links followed.
 *   <li>Files that are no images, or damaged, are left out and reported.
 * </ul>
 */
public final class ImageFolders {

  private static final String TRAIN = "train";
  private static final String TEST = "test";
  private static final String VALIDATION = "val";

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
    Optional<Path> test = folderIn(folder, TEST);
    Optional<Path> validation = folderIn(folder, VALIDATION);
    if (Files.isDirectory(train)) {
      return test.isPresent()
          ? open(train, test, validation, config.imageSize())
          : open(train, validation, Optional.empty(), config.imageSize());
    }
    Optional<Path> alone = test.or(() -> validation);
    if (alone.isPresent()) {
      throw problem(
          "must have a folder train beside " + alone.get().getFileName(),
          folder,
          "Put the training images into " + train);
    }
    return open(folder, Optional.empty(), Optional.empty(), config.imageSize());
  }

  private static Optional<Path> folderIn(Path folder, String name) {
    return Optional.of(folder.resolve(name)).filter(Files::isDirectory);
  }

  private OpenedFolder open(Path train, Optional<Path> test, Optional<Path> validation, int side) {
    List<ImageFile> trainFiles = scan(train);
    List<ImageFile> testFiles = test.map(ImageFolders::scan).orElse(List.of());
    List<ImageFile> validationFiles = validation.map(ImageFolders::scan).orElse(List.of());
    // One list for all parts, so that a label means the same in each.
    List<String> classNames =
        Stream.of(trainFiles, testFiles, validationFiles)
            .flatMap(List::stream)
            .map(ImageFile::className)
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted()
            .toList();
    List<CacheReport> reports = new ArrayList<>();
    try (ImageDecoder decoder = new ImageDecoder(limits)) {
      BiFunction<Path, List<ImageFile>, ImageSet> opener =
          (path, files) -> {
            CachedImages images =
                cache.open(new FolderSource(path, files, classNames, side, decoder));
            reports.add(images.report());
            return images;
          };
      ImageSet training = opener.apply(train, trainFiles);
      Optional<ImageSet> labelledTest =
          test.map(path -> opener.apply(path, testFiles)).flatMap(LabelledSubset::of);
      Optional<ImageSet> labelledValidation =
          validation.map(path -> opener.apply(path, validationFiles)).flatMap(LabelledSubset::of);
      return new OpenedFolder(splits(training, labelledTest, labelledValidation), reports);
    }
  }

  private static DataSplits splits(
      ImageSet training, Optional<ImageSet> test, Optional<ImageSet> validation) {
    Optional<ImageSet> labelled = LabelledSubset.of(training);
    if (labelled.isEmpty() || validation.isEmpty()) {
      return new DataSplits(training, labelled, test);
    }
    ImageSet joined = new JoinedImages(labelled.get(), validation.get());
    IntStream places = IntStream.range(labelled.get().size(), joined.size());
    return new DataSplits(training, Optional.of(joined), test, Optional.of(ImageRows.of(places)));
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
