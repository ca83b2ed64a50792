package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** Food-101: 101,000 photographs of dishes in 101 classes. */
@Alternative(
    value = "food101",
    description = "Food-101: 101,000 photographs of dishes in 101 classes")
public record Food101Data(
    @Setting("folder with images and meta, such as food-101") Path path,
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
  public Food101Data {
    Settings.of(Food101Data.class, path, imageSize, splitSeed).check();
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
