package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data as users have them are previewed, trained on and evaluated on. */
class DataFormatsIT {

  @TempDir private Path folder;

  private final DataFiles files = new DataFiles();

  @Test
  void cifar10() throws IOException {
    files.cifar10(folder.resolve("data"), 8);

    // Five files of 8 images: two batches of 16 an epoch.
    assertUsable("cifar10: {path: %s}", 40, 8);
  }

  @Test
  void cifar100() throws IOException {
    files.cifar100(folder.resolve("data"), 32);

    assertUsable("cifar100: {path: %s}", 32, 32);
  }

  @Test
  void stl10() throws IOException {
    files.stl10(folder.resolve("data"), 16);

    // Unlabelled and labelled images are both trained on.
    assertUsable("stl10: {path: %s}", 32, 16);
  }

  @Test
  void a_folder_of_images() throws IOException {
    files.images(folder.resolve("data"), 17);
    DataFiles.truncate(folder.resolve("data/train/noise/3.png"));

    ProgramRun training = assertUsable("folder: {path: %s, image-size: 16}", 33, 34);

    assertThat(training.errors())
        .singleElement()
        .asString()
        .startsWith("1 of 34 images left out, see ")
        .satisfies(
            notice ->
                assertThat(Path.of(notice.substring(notice.indexOf('/'))))
                    .content()
                    .contains("noise/3.png"));
  }

  private ProgramRun assertUsable(String data, int trainingImages, int testImages)
      throws IOException {
    Path configuration =
        Configurations.write(
            folder, Configurations.on("{" + data.formatted(folder.resolve("data")) + "}"));
    Path sheet = folder.resolve("views.png");
    Path cache = folder.resolve("cache");
    Path out = folder.resolve("run");

    ProgramRun preview =
        ProgramRun.of("--cache", cache, "preview", configuration, "--out", sheet, "--pairs", 2);
    ProgramRun training = ProgramRun.of("--cache", cache, "train", configuration, "--out", out);

    assertThat(preview.exitCode()).as(preview.err()).isZero();
    BufferedImage picture = ImageIO.read(sheet.toFile());
    assertThat(picture.getWidth()).isGreaterThan(picture.getHeight());
    assertThat(training.exitCode()).as(training.err()).isZero();
    JsonNode summary = new RunRecord(out).json("summary.json");
    assertThat(summary.get("trainingImages").intValue()).isEqualTo(trainingImages);
    assertThat(summary.get("training").get("steps").intValue())
        .isEqualTo(2 * (trainingImages / 16));
    assertThat(summary.get("evaluation").get("queries").intValue()).isEqualTo(testImages);
    assertThat(new RunRecord(out).losses()).isNotEmpty().allMatch(Double::isFinite);
    return training;
  }
}
