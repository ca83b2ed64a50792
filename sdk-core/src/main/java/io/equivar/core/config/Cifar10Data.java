package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** CIFAR-10 in its binary version: 60,000 images of 32 x 32 pixels in 10 classes. */
@Alternative(
    value = "cifar10",
    description = "CIFAR-10 in its binary version: 60,000 images of 32 x 32 pixels in 10 classes")
public record Cifar10Data(
    @Setting("folder with data_batch_1.bin to data_batch_5.bin and test_batch.bin") Path path)
    implements DataConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if the path is missing
   */
  public Cifar10Data {
    Settings.of(Cifar10Data.class, path).check();
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(path);
  }

  @Override
  public ImageShape imageShape() {
    return ImageShape.square(32);
  }
}
