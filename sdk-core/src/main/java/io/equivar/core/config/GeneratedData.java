package io.equivar.core.config;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.binding.Alternative;
import java.nio.file.Path;
import java.util.List;
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
    @Setting(value = "seed that the images depend on", defaultsTo = "1") long seed,
    @Setting(
            value = "smallest and largest hue of the shapes, red at 0",
            defaultsTo = "[0, 1]",
            min = 0,
            max = 1,
            minSize = 2,
            maxSize = 2,
            unit = "turns")
        List<Double> hues,
    @Setting(
            value = "smallest and largest saturation of the shapes",
            defaultsTo = "[0.25, 0.6]",
            min = 0,
            max = 1,
            minSize = 2,
            maxSize = 2)
        List<Double> saturations)
    implements DataConfig {

  private static final String ORDER = "must not start above its end";

  /**
   * Checks the settings.
   *
   * @throws io.equivar.api.config.ConfigurationException if one is out of range
   */
  public GeneratedData {
    Settings.of(GeneratedData.class, train, test, imageSize, seed, hues, saturations)
        .require(isOrdered(hues), "hues", ORDER, hues)
        .require(isOrdered(saturations), "saturations", ORDER, saturations)
        .check();
    hues = List.copyOf(hues);
    saturations = List.copyOf(saturations);
  }

  private static boolean isOrdered(List<Double> range) {
    return range.size() != 2 || range.get(0) <= range.get(1);
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
