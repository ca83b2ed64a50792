package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** Caltech-101: 8,677 pictures of objects in 101 classes. */
@Alternative(
    value = "caltech101",
    description = "Caltech-101: 8,677 pictures of objects in 101 classes")
public record Caltech101Data(
    @Setting("folder with 101_ObjectCategories") Path path,
    @Setting(
            value = "height and width to which images are resized and cropped",
            defaultsTo = "96",
            min = 8,
            max = 1024,
            unit = "pixels")
        int imageSize,
    @Setting(
            value = "seed of the draw of the training and validation parts, 30 images a class",
            defaultsTo = "1")
        long splitSeed)
    implements DataConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is missing or out of range
   */
  public Caltech101Data {
    Settings.of(Caltech101Data.class, path, imageSize, splitSeed).check();
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
