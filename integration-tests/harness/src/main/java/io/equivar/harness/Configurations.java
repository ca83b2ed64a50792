package io.equivar.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small configurations: few tiny images, a narrow network, few steps. */
public final class Configurations {

  /** Drawn by the program: 64 images of 16 x 16 pixels for training, 32 for tests. */
  public static final String GENERATED_DATA = "{generated: {train: 64, test: 32, image-size: 16}}";

  private Configurations() {}

  /** Returns STL on generated images, 4 steps of 16 images an epoch, 2 epochs. */
  public static String small() {
    return on(GENERATED_DATA);
  }

  /** Returns STL on other images, in batches of 16. */
  public static String on(String data) {
    return """
        seed: 7
        data: %s
        pipeline:
          - random-resized-crop: {area: [0.2, 1]}
            share: pair
          - color-jitter: {hue: 0.1}
            share: pair
            probability: 0.8
          - horizontal-flip: {}
            probability: 0.5
          - normalize: {}
        backbone:
          resnet-18: {stem: small, width: 4}
        base:
          simclr: {projector: [16, 8]}
        objective:
          stl: {transformation-encoder: [16, 8]}
        training:
          epochs: 2
          batch-size: 16
          log-every-steps: 2
        """
        .formatted(data);
  }

  /** Writes a configuration as {@code config.yaml} into a folder. */
  public static Path write(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("config.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
