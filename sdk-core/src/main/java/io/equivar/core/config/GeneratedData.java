package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** Coloured shapes that are drawn as they are read: nothing to download. */
@Alternative(
    value = "generated",
    description = "Coloured shapes that are drawn as they are read: nothing to download")
public record GeneratedData(
    @Setting(value = "number of training images", defaultsTo = "4000", min = 2) int train,
    @Setting(value = "number of test images", defaultsTo = "1000", min = 1) int test,
    @Setting(
            value = "height and width of the images",
            defaultsTo = "32",
            min = 8,
            max = 1024,
            unit = "pixels")
        int imageSize,
    @Setting(value = "seed that the images depend on", defaultsTo = "1") long seed)
    implements DataConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range
   */
  public GeneratedData {
    Settings.of(GeneratedData.class, train, test, imageSize, seed).check();
  }

  @Override
  public Optional<Path> folder() {
    return Optional.empty();
  }

  @Override
  public ImageShape imageShape() {
    return ImageShape.square(imageSize);
  }
}
