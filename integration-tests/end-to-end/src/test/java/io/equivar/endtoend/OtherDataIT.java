package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is evaluated on data that it was not trained on, and data sets are checked. */
class OtherDataIT {

  @TempDir private Path folder;

  private Path run;
  private Path pets;

  @BeforeEach
  void trainAndWritePets() throws IOException {
    run = folder.resolve("run");
    pets = folder.resolve("pets");
    Path config = Configurations.write(folder, Configurations.small());
    assertThat(ProgramRun.of("train", config, "--out", run, "--no-evaluation").exitCode()).isZero();
    StringBuilder training = new StringBuilder();
    StringBuilder test = new StringBuilder();
    for (int i = 1; i <= 12; i++) {
      pet("cat_" + i, 0xcc3311, i);
      pet("dog_" + i, 0x1133cc, i);
      (i <= 8 ? training : test).append("cat_" + i + " 1 1 1\n").append("dog_" + i + " 2 2 1\n");
    }
    Files.createDirectories(pets.resolve("annotations"));
    Files.writeString(pets.resolve("annotations/trainval.txt"), training);
    Files.writeString(pets.resolve("annotations/test.txt"), test);
  }

  @Test
  void evaluation_on_a_published_data_set_counts_as_is_usual_for_it() throws IOException {
    ProgramRun measured =
        ProgramRun.of(
            "evaluate", run, "--protocol", "linear", "--data", "pets=" + pets, "--cache", folder);

    assertThat(measured.exitCode()).as(measured.err()).isZero();
    assertThat(measured.out())
        .startsWith("Linear accuracy (mean-per-class, 16 training and 8 test images, 2 classes)");
    JsonNode report =
        new ObjectMapper().readTree(Files.readString(run.resolve("evaluation-linear-pets.json")));
    assertThat(report.at("/pixels/test").asDouble()).isEqualTo(1);
    assertThat(run.resolve("evaluation-linear.json")).doesNotExist();
  }

  @Test
  void settings_of_the_other_data_can_be_overridden() {
    ProgramRun measured =
        ProgramRun.of(
            "evaluate",
            run,
            "--protocol",
            "knn",
            "--data",
            "pets=" + pets,
            "--set",
            "data.pets.image-size=8",
            "--k",
            1,
            "--cache",
            folder);

    assertThat(measured.exitCode()).as(measured.err()).isZero();
    assertThat(measured.out()).startsWith("kNN accuracy (k = 1, 16 reference and 8 test images");
  }

  @Test
  void data_that_do_not_exist_are_answered_with_those_there_are() {
    ProgramRun refused =
        ProgramRun.of("evaluate", run, "--protocol", "knn", "--data", "pet=" + pets);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--data must name one of").contains("Did you mean pets?");
  }

  @Test
  void a_check_says_what_is_not_as_published() throws IOException {
    Files.delete(pets.resolve("images/dog_3.jpg"));

    ProgramRun checked = ProgramRun.of("data", "check", "pets", pets);

    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.out())
        .startsWith("Oxford-IIIT Pets in " + pets)
        .contains("WRONG: data.pets.path must contain every image that its lists name")
        .contains("images/dog_3.jpg")
        .contains("WRONG: published are 37 classes");
    assertThat(ProgramRun.succeeding("data", "list").out())
        .contains("pets: Oxford-IIIT Pets")
        .contains("cars_train.tgz (to be got by hand)");
  }

  private void pet(String name, int color, int shade) throws IOException {
    BufferedImage image = new BufferedImage(20, 24, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 20 * 24; i++) {
      image.setRGB(i % 20, i / 20, color + shade * (1 + i % 3));
    }
    Files.createDirectories(pets.resolve("images"));
    ImageIO.write(image, "jpg", pets.resolve("images/" + name + ".jpg").toFile());
  }
}
