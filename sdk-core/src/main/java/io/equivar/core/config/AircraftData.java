package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.Optional;

/** FGVC Aircraft: 10,000 photographs of aeroplanes in 100 classes. */
@Alternative(
    value = "aircraft",
    description = "FGVC Aircraft: 10,000 photographs of aeroplanes in 100 classes")
public record AircraftData(
    @Setting("folder with data, such as fgvc-aircraft-2013b") Path path,
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
  public AircraftData {
    Settings.of(AircraftData.class, path, imageSize).check();
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
