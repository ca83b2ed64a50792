package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** Describable Textures: 5,640 pictures of textures in 47 classes. */
@Alternative(
    value = "dtd",
    description = "Describable Textures: 5,640 pictures of textures in 47 classes")
public record DtdData(
    @Setting("folder with images and labels, such as dtd") Path path,
    @Setting(
            value = "height and width to which images are resized and cropped",
            defaultsTo = "96",
            min = 8,
            max = 1024,
            unit = "pixels")
        int imageSize,
    @Setting(value = "which of the ten official splits", defaultsTo = "1", min = 1, max = 10)
        int split)
    implements DataConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is missing or out of range
   */
  public DtdData {
    Settings.of(DtdData.class, path, imageSize, split).check();
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
