package io.equivar.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.Step;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.data.image.UnreadableImageException;
import io.equivar.core.exchange.ExportFormat;
import io.equivar.core.exchange.FeatureFormat;
import io.equivar.core.files.NewOutput;
import io.equivar.core.run.EmbeddingListener;
import io.equivar.core.run.EmbeddingReport;
import io.equivar.core.run.TrainedEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the guide on using the trained backbone shows. */
class UseTheTrainedBackboneTest {

  private static final int SIDE = 16;

  @TempDir private Path folder;

  @Test
  void leavesEquivarAndComesBack()
      throws InterruptedException, IOException, UnreadableImageException {
    Path run = folder.resolve("run");
    BufferedImage image = drawing();
    Path photos = Files.createDirectory(folder.resolve("photos"));
    ImageIO.write(image, "png", photos.resolve("photo.png").toFile());
    Files.writeString(photos.resolve("notes.txt"), "not an image");
    try (Equivar equivar =
        Equivar.open(Optional.empty(), new CacheFolder(folder.resolve("cache")))) {
      RunConfig config = configuration(equivar);
      float[] expected;
      try (TrainedEncoder encoder = equivar.train(config, run)) {
        expected = encoder.embed(image);
        Path features = folder.resolve("features.npz");
        EmbeddingReport report =
            encoder.embedFolder(
                photos,
                FeatureFormat.NPZ,
                new NewOutput(features, false),
                new EmbeddingListener() {});
        assertThat(report.embedded()).isEqualTo(1);
        assertThat(report.leftOut()).singleElement().hasToString(notAnImage());
        assertThat(features).isNotEmptyFile();
      }

      Path weights = folder.resolve("backbone.safetensors");
      Path model = folder.resolve("model");
      equivar.export(run, ExportFormat.SAFETENSORS, new NewOutput(weights, false));
      equivar.export(run, ExportFormat.SAVED_MODEL, new NewOutput(model, false));
      float[][] found = new Backbone(model).representations(bytes(image));
      assertThat(found[0]).containsExactly(expected, within(1e-4f));

      RunConfig imported =
          equivar
              .configurations()
              .builder(config)
              .set("backbone.resnet-18.weights", weights)
              .build();
      try (TrainedEncoder encoder = equivar.importWeights(imported, folder.resolve("imported"))) {
        assertThat(encoder.embed(image)).containsExactly(expected, within(1e-4f));
      }
    }
  }

  private static String notAnImage() {
    return "notes.txt is not an image of a known format;"
        + " JPEG, PNG, GIF, BMP, TIFF, WebP and PNM can be read";
  }

  private static RunConfig configuration(Equivar equivar) {
    return equivar
        .configure()
        .data("generated", Map.of("train", 32, "test", 16, "image-size", SIDE))
        .pipeline(
            Step.of("random-resized-crop").sharedByPair(),
            Step.of("normalize", Map.of("mean", List.of(0.4, 0.5, 0.6))))
        .backbone("resnet-18", Map.of("stem", "small", "width", 4))
        .base("simclr")
        .objective("stl")
        .set("training.epochs", 1)
        .set("training.batch-size", 16)
        .build();
  }

  private static BufferedImage drawing() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        image.setRGB(x, y, (x * 16) << 16 | (y * 16) << 8 | (x * y) % 256);
      }
    }
    return image;
  }

  /** Returns the bytes of one image, {@code [1, height, width, 3]}. */
  private static byte[][][][] bytes(BufferedImage image) {
    byte[][][][] bytes = new byte[1][SIDE][SIDE][3];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int rgb = image.getRGB(x, y);
        bytes[0][y][x] = new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
      }
    }
    return bytes;
  }
}
