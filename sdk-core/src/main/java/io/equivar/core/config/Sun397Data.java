package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** SUN397: photographs of scenes in 397 classes, 39,700 of them in a split. */
@Alternative(
    value = "sun397",
    description = "SUN397: photographs of scenes in 397 classes, 39,700 of them in a split")
public record Sun397Data(
    @Setting("folder with SUN397 and the files of Partitions.zip") Path path,
    @Setting(
            value = "height and width to which images are resized and cropped",
            defaultsTo = "96",
            min = 8,
            max = 1024,
            unit = "pixels")
        int imageSize,
    @Setting(value = "which of the ten official splits", defaultsTo = "1", min = 1, max = 10)
        int split,
    @Setting(value = "seed of the draw of the validation part", defaultsTo = "1") long splitSeed)
    implements DataConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is missing or out of range
   */
  public Sun397Data {
    Settings.of(Sun397Data.class, path, imageSize, split, splitSeed).check();
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(path);
  }

  @Override
  public ImageShape imageShape() {
    return ImageShape.square(imageSize);
  }
}
