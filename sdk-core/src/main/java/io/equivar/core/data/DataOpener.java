package io.equivar.core.data;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.config.DataConfig;
import io.equivar.core.config.GeneratedData;
import io.equivar.core.data.generated.GeneratedImages;
import jakarta.inject.Inject;
import java.util.Optional;

/** Opens the data that a configuration names. */
public final class DataOpener {

  /** Drawing an image takes about as long as training on it. */
  private static final int MOST_BYTES_HELD = 256 << 20;

  @Inject
  DataOpener() {}

  /**
   * Opens all parts of a data set; close them when done.
   *
   * @throws io.equivar.api.config.ConfigurationException if the data are missing or malformed
   */
  public DataSplits open(DataConfig config) {
    if (config instanceof GeneratedData generated) {
      return generated(generated);
    }
    throw new IllegalStateException("no reader for " + config);
  }

  private static DataSplits generated(GeneratedData config) {
    ImageShape shape = ImageShape.square(config.imageSize());
    ImageSet training =
        HeldImages.of(
            new GeneratedImages(
                config.train(), shape, config.seed(), GeneratedImages.Split.TRAINING),
            MOST_BYTES_HELD);
    ImageSet test =
        HeldImages.of(
            new GeneratedImages(config.test(), shape, config.seed(), GeneratedImages.Split.TEST),
            MOST_BYTES_HELD);
    return new DataSplits(training, Optional.of(training), Optional.of(test));
  }
}
