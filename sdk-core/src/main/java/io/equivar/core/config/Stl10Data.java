package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** STL-10 in its binary version: 96 x 96 pixels, 100,000 images without and 13,000 with a class. */
@Alternative(
    value = "stl10",
    description =
        "STL-10 in its binary version: 113,000 images of 96 x 96 pixels, 13,000 of them in 10 classes")
public record Stl10Data(
    @Setting("folder with unlabeled_X.bin, train_X.bin, train_y.bin, test_X.bin and test_y.bin")
        Path path)
    implements DataConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if the path is missing
   */
  public Stl10Data {
    Settings.of(Stl10Data.class, path).check();
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(path);
  }

  @Override
  public ImageShape imageShape() {
    return ImageShape.square(96);
  }
}
