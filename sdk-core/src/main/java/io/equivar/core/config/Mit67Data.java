package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** MIT Indoor-67: 6,700 photographs of rooms in 67 classes. */
@Alternative(
    value = "mit67",
    description = "MIT Indoor-67: 6,700 photographs of rooms in 67 classes")
public record Mit67Data(
    @Setting("folder with Images, TrainImages.txt and TestImages.txt") Path path,
    @Setting(
            value = "height and width to which images are resized and cropped",
            defaultsTo = "96",
            min = 8,
            max = 1024,
            unit = "pixels")
        int imageSize,
    @Setting(value = "seed of the draw of the validation part", defaultsTo = "1") long splitSeed)
    implements DataConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is missing or out of range
   */
  public Mit67Data {
    Settings.of(Mit67Data.class, path, imageSize, splitSeed).check();
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
