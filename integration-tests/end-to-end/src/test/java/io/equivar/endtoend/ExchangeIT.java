package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.equivar.core.exchange.TensorFile;
import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run exports, another one starts from; features of folders are the same everywhere. */
class ExchangeIT {

  @TempDir private static Path folder;

  private static Path config;
  private static Path run;
  private static Path photos;
  private static List<String> features;

  @BeforeAll
  static void train() throws IOException {
    config = Configurations.write(folder, Configurations.small());
    run = folder.resolve("run");
    photos = folder.resolve("photos");
    new DataFiles().images(photos, 20);
    Files.writeString(photos.resolve("test/broken.jpg"), "no image");
    ProgramRun.succeeding("train", config, "--out", run, "--no-evaluation");
    features = embed(run);
  }

  /** Embeds 80 images, more than are taken at once. */
  private static List<String> embed(Path embedded) throws IOException {
    Path file = folder.resolve(embedded.getFileName() + ".csv");
    ProgramRun program = ProgramRun.of("embed", embedded, photos, "--out", file);
    assertThat(program.exitCode()).isZero();
    assertThat(program.err())
        .isEqualToNormalizingNewlines(
            "left out: test/broken.jpg is not an image of a known format;"
                + " JPEG, PNG, GIF, BMP, TIFF, WebP and PNM can be read\n");
    assertThat(program.out()).startsWith("32 features of each of 80 images are in " + file);
    return Files.readAllLines(file);
  }

  @Test
  void features_have_a_line_per_image() throws IOException {
    assertThat(features).hasSize(81);
    assertThat(features.get(0)).startsWith("path,f0,f1,").endsWith(",f31");
    assertThat(features.get(1)).startsWith("test/more/0.jpg,");
    assertThat(features.get(80)).startsWith("train/noise/9.png,");

    Path arrays = folder.resolve("features.npz");
    ProgramRun.of("embed", run, photos, "--out", arrays);
    Path again = folder.resolve("again.npz");
    ProgramRun.of("embed", run, photos, "--out", again);
    assertThat(again).hasSameBinaryContentAs(arrays);
  }

  @ParameterizedTest
  @ValueSource(strings = {"safetensors", "npz"})
  void weights_come_back(String format) throws IOException {
    Path file = folder.resolve("backbone." + format);
    ProgramRun.succeeding("export", run, "--format", format, "--out", file);
    Path imported = folder.resolve("from-" + format);

    ProgramRun program =
        ProgramRun.succeeding("import", config, "--weights", file, "--out", imported);

    assertThat(program.out())
        .startsWith("100 tensors of a resnet-18 of width 4 with a small stem read from " + file);
    assertThat(embed(imported)).isEqualTo(features);
    assertThat(ProgramRun.succeeding("evaluate", imported, "--protocol", "knn").out())
        .contains("trained");

    ProgramRun resumed = ProgramRun.of("train", "--resume", imported);
    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.errors())
        .containsExactly(
            "equivar: "
                + imported
                + " must have trained, to go on, got a run of imported weights. Train from them"
                + " with a configuration that names them as backbone.resnet-18.weights");
  }

  @Test
  void training_starts_from_weights() throws IOException {
    Path file = folder.resolve("start.safetensors");
    ProgramRun.succeeding("export", run, "--format", "safetensors", "--out", file);
    Path from = folder.resolve("from-weights");
    ProgramRun program =
        ProgramRun.of(
            "train",
            config,
            "--no-evaluation",
            "--out",
            from,
            "--set",
            "backbone.resnet-18.weights=" + file,
            "--set",
            "training.optimizer.sgd.learning-rate=0.000000001");
    assertThat(program.exitCode()).isZero();
    assertThat(program.errors())
        .containsExactly(
            "100 tensors of a resnet-18 of width 4 with a small stem read from " + file);
    Path after = folder.resolve("after.safetensors");
    ProgramRun.succeeding("export", from, "--format", "safetensors", "--out", after);

    try (TensorFile before = TensorFile.open(file);
        TensorFile now = TensorFile.open(after)) {
      String weight = "layer3.0.conv1.weight";
      assertThat(now.read(weight)).containsExactly(before.read(weight), within(1e-6f));
    }
  }

  @Test
  void what_is_there_is_not_overwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("precious"), "kept");
    for (String[] call :
        new String[][] {
          {"export", run.toString(), "--format", "safetensors"},
          {"export", run.toString(), "--format", "saved-model"},
          {"embed", run.toString(), photos.toString(), "--format", "csv"}
        }) {
      ProgramRun program = ProgramRun.of(with(call, "--out", file.toString()));
      assertThat(program.exitCode()).isEqualTo(2);
      assertThat(program.errors())
          .containsExactly(
              "equivar: --out must not exist yet, got "
                  + file
                  + ". Name another one, or allow it with --overwrite");
    }
    assertThat(file).hasContent("kept");
    ProgramRun.succeeding("export", run, "--format", "npz", "--out", file, "--overwrite");
    try (TensorFile written = TensorFile.open(file)) {
      assertThat(written.tensors()).containsKey("conv1.weight");
    }
  }

  @Test
  void weights_of_another_network_leave_no_run_behind() {
    Path file = folder.resolve("other.safetensors");
    ProgramRun.succeeding("export", run, "--format", "safetensors", "--out", file);
    Path out = folder.resolve("nothing");
    ProgramRun program =
        ProgramRun.of(
            "train",
            config,
            "--out",
            out,
            "--set",
            "backbone.resnet-18.width=8",
            "--set",
            "backbone.resnet-18.weights=" + file);

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.errors())
        .singleElement()
        .asString()
        .startsWith("equivar: " + file + " must hold tensors that fit a resnet-18 of width 8")
        .endsWith("The file seems to be of resnet-18: {stem: small, width: 4}");
    assertThat(out).isDirectoryNotContaining("glob:**{yaml,json,jsonl}");
  }

  private static Object[] with(String[] call, String... more) {
    return Stream.concat(Arrays.stream(call), Arrays.stream(more)).toArray();
  }
}
