package io.equivar.example.pixels;

import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.DrawnRow;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.PixelImage;
import io.equivar.api.transformation.PixelTransformation;
import io.equivar.api.transformation.PixelTransformationFactory;
import io.equivar.api.transformation.Row;
import java.util.List;
import java.util.random.RandomGenerator;

/** Offers {@code acme:jpeg-artifacts}: an image after it was saved as a JPEG of low quality. */
public final class JpegArtifactsPlugin implements EquivarPlugin {

  /** What a pipeline's step may set: the range of the quality, of which one value is drawn. */
  public record Config(
      @Setting(value = "lowest quality of the JPEG", defaultsTo = "0.1", min = 0, max = 1)
          double lowest,
      @Setting(value = "highest quality of the JPEG", defaultsTo = "0.6", min = 0, max = 1)
          double highest) {

    /** Checks the settings, or throws a {@code ConfigurationException}. */
    public Config {
      Settings.of(Config.class, lowest, highest)
          .require(lowest <= highest, "lowest", "must not exceed highest", lowest)
          .check();
    }
  }

  @Override
  public String namespace() {
    return "acme";
  }

  @Override
  public List<PixelTransformationFactory<?>> pixelTransformations() {
    return List.of(
        PixelTransformationFactory.of(
            "jpeg-artifacts",
            "Saves images as JPEG of a random quality and reads them again",
            Config.class,
            (config, context) -> new JpegArtifacts(config)));
  }

  private record JpegArtifacts(Config config) implements PixelTransformation {

    @Override
    public ParameterSpec parameters() {
      return ParameterSpec.of(Column.continuous("quality", config.lowest(), config.highest(), ""));
    }

    @Override
    public void sample(RandomGenerator random, Row row) {
      double share = random.nextDouble();
      row.set("quality", (1 - share) * config.lowest() + share * config.highest());
    }

    @Override
    public PixelImage apply(PixelImage image, DrawnRow row) {
      byte[] file = Jpeg.write(image.toBufferedImage(), (float) row.get("quality"));
      return PixelImage.of(Jpeg.read(file));
    }
  }
}
