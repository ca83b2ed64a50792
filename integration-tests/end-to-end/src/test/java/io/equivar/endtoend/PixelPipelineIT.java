package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.harness.Configurations;
import io.equivar.harness.PluginJar;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java on pixels and operations in the graph, in one pipeline. */
class PixelPipelineIT {

  private static final String PIPELINE =
      "pipeline=[{random-resized-crop: {}, share: pair},"
          + " {poster: {}, share: pair, probability: 0.8},"
          + " {color-jitter: {hue: 0.1}, share: pair}, horizontal-flip, normalize]";

  @TempDir private static Path folder;

  private static Path plugins;
  private static Path configuration;
  private static RunRecord oneThread;

  @BeforeAll
  static void trainOnOneThread() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    PluginJar.current()
        .source("com.example.poster.PosterPlugin", source())
        .write(plugins.resolve("poster.jar"), folder.resolve("classes"));
    configuration = Configurations.write(folder, Configurations.small());
    oneThread = train(1);
  }

  private static RunRecord train(int threads) {
    Path out = folder.resolve("run-" + threads);
    ProgramRun.succeeding(
        "train",
        configuration,
        "--plugins",
        plugins,
        "--out",
        out,
        "--set",
        PIPELINE,
        "--set",
        "training.data-threads=" + threads);
    return new RunRecord(out);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void resultsDoNotDependOnTheNumberOfDataThreads(int threads) {
    RunRecord run = train(threads);

    assertThat(run.repeatableMetrics()).hasSize(4).isEqualTo(oneThread.repeatableMetrics());
    assertThat(run.variables()).hasSize(1);
    run.variables()
        .forEach((name, bytes) -> assertThat(bytes).isEqualTo(oneThread.variables().get(name)));
    assertThat(run.json("summary.json").get("evaluation").get("trained"))
        .isEqualTo(oneThread.json("summary.json").get("evaluation").get("trained"));
  }

  @Test
  void previewSaysWhatRunsWhere() {
    Path sheet = folder.resolve("views.png");
    List<String> out =
        ProgramRun.succeeding(
                "preview", configuration, "--plugins", plugins, "--out", sheet, "--set", PIPELINE)
            .out()
            .lines()
            .toList();

    assertThat(out).hasSize(2);
    assertThat(out.get(0))
        .startsWith(
            "On the data threads: standard:random-resized-crop, example:poster. On the device:"
                + " standard:color-jitter, standard:horizontal-flip, standard:normalize. An image"
                + " takes ")
        .endsWith(" ms of a data thread, and is fed as two views: 1,536 bytes instead of 768.");
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  void doctorSaysWhatItCosts() {
    assertThat(
            ProgramRun.succeeding("doctor", configuration, "--plugins", plugins, "--set", PIPELINE)
                .out())
        .containsPattern(
            "NOTE +Pipeline +On the data threads: .*example:poster.* data threads make at most"
                + " [0-9,]+ images/s.");
    assertThat(ProgramRun.succeeding("doctor", configuration, "--plugins", plugins).out())
        .containsPattern("OK +Pipeline +All steps run on the device.");
  }

  @Test
  void isListedForWhatItIs() {
    assertThat(ProgramRun.succeeding("plugins", "--plugins", plugins).out())
        .contains("example:poster (pixel transformation)");
  }

  @Test
  void namesTheStepThatFails() {
    ProgramRun run =
        ProgramRun.of(
            "train",
            configuration,
            "--plugins",
            plugins,
            "--out",
            folder.resolve("failed"),
            "--set",
            "pipeline=[{poster: {broken: true}}, normalize]");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .containsExactly(
            "equivar: pipeline[0].poster: transformation example:poster failed on an image:"
                + " java.lang.IllegalStateException: out of ink. Report this to the plugin's"
                + " author; --debug shows where it failed");
  }

  private static String source() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(
            PixelPipelineIT.class.getResourceAsStream("PosterPlugin.java.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
