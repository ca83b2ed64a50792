package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** Stanford Cars: 16,185 photographs of cars in 196 classes. */
@Alternative(
    value = "cars",
    description = "Stanford Cars: 16,185 photographs of cars in 196 classes")
public record CarsData(
    @Setting("folder with cars_train, cars_test, devkit and cars_test_annos_withlabels.mat")
        Path path,
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
  public CarsData {
    Settings.of(CarsData.class, path, imageSize, splitSeed).check();
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
