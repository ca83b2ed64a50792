package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** Oxford Flowers-102: 8,189 photographs of flowers in 102 classes. */
@Alternative(
    value = "flowers102",
    description = "Oxford Flowers-102: 8,189 photographs of flowers in 102 classes")
public record Flowers102Data(
    @Setting("folder with jpg, imagelabels.mat and setid.mat") Path path,
    @Setting(
            value = "height and width to which images are resized and cropped",
            defaultsTo = "96",
            min = 8,
            max = 1024,
            unit = "pixels")
        int imageSize)
    implements DataConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is missing or out of range
   */
  public Flowers102Data {
    Settings.of(Flowers102Data.class, path, imageSize).check();
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
