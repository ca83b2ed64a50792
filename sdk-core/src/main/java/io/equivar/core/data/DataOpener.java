package io.equivar.core.data;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.config.Cifar100Data;
import io.equivar.core.config.Cifar10Data;
import io.equivar.core.config.DataConfig;
import io.equivar.core.config.FolderData;
import io.equivar.core.config.GeneratedData;
import io.equivar.core.config.Stl10Data;
import io.equivar.core.data.binary.BinaryData;
import io.equivar.core.data.cache.CacheReport;
import io.equivar.core.data.cache.ImageCache;
import io.equivar.core.data.folder.ImageFolders;
import io.equivar.core.data.folder.OpenedFolder;
import io.equivar.core.data.generated.GeneratedImages;
import io.equivar.core.data.generated.ShapeColors;
import io.equivar.core.data.image.DecodingLimits;
import io.equivar.core.data.published.PublishedData;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the data that a configuration names. */
public final class DataOpener {

  /** Drawing an image takes about as long as training on it. */
  private static final int MOST_BYTES_HELD = 256 << 20;

  /** Of 50,000 training images, as the paper has it. */
  static final ValidationDraw CIFAR_VALIDATION = new ValidationDraw(5000, 50_000, 1);

  private final CacheFolder cache;

  @Inject
  DataOpener(CacheFolder cache) {
    this.cache = cache;
  }

  /**
   * Opens all parts of a data set; close them when done.
   *
   * @param notices is told, a line each, what the user should know: files that were left out, a
   *     cache that had to be made anew
   * @throws io.equivar.api.config.ConfigurationException if the data are missing or malformed
   */
  public DataSplits open(DataConfig config, Consumer<String> notices) {
    if (config instanceof GeneratedData generated) {
      return generated(generated);
    }
    if (config instanceof Cifar10Data cifar10) {
      return BinaryData.open(cifar10).withValidation(CIFAR_VALIDATION);
    }
    if (config instanceof Cifar100Data cifar100) {
      return BinaryData.open(cifar100).withValidation(CIFAR_VALIDATION);
    }
    if (config instanceof Stl10Data stl10) {
      return BinaryData.open(stl10);
    }
    if (config instanceof FolderData folder) {
      ImageFolders folders = new ImageFolders(cache(notices), DecodingLimits.defaults());
      return reported(folders.open(folder), notices);
    }
    Optional<PublishedData> published = PublishedData.of(config);
    if (published.isPresent()) {
      int side = config.imageShape().height();
      return reported(
          published.get().open(cache(notices), DecodingLimits.defaults(), side), notices);
    }
    throw new IllegalStateException("no reader for " + config);
  }

  private static DataSplits generated(GeneratedData config) {
    ImageShape shape = ImageShape.square(config.imageSize());
    ShapeColors colors =
        ShapeColors.between(
            config.hues().get(0),
            config.hues().get(1),
            config.saturations().get(0),
            config.saturations().get(1));
    ImageSet training =
        HeldImages.of(
            new GeneratedImages(
                config.train(), shape, config.seed(), GeneratedImages.Split.TRAINING, colors),
            MOST_BYTES_HELD);
    ImageSet test =
        HeldImages.of(
            new GeneratedImages(
                config.test(), shape, config.seed(), GeneratedImages.Split.TEST, colors),
            MOST_BYTES_HELD);
    return new DataSplits(training, Optional.of(training), Optional.of(test));
  }

  private ImageCache cache(Consumer<String> notices) {
    return new ImageCache(cache.path(), notices);
  }

  private static DataSplits reported(OpenedFolder opened, Consumer<String> notices) {
    opened.reports().stream()
        .filter(report -> !report.leftOut().isEmpty())
        .map(CacheReport::summary)
        .forEach(notices);
    return opened.splits();
  }
}
