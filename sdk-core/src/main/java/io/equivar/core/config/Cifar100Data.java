package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** CIFAR-100 in its binary version: 60,000 images of 32 x 32 pixels in 100 classes. */
@Alternative(
    value = "cifar100",
    description = "CIFAR-100 in its binary version: 60,000 images of 32 x 32 pixels in 100 classes")
public record Cifar100Data(@Setting("folder with train.bin and test.bin") Path path)
    implements DataConfig {

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if the path is missing
   */
  public Cifar100Data {
    Settings.of(Cifar100Data.class, path).check();
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
