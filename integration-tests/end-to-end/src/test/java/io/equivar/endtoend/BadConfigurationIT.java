package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import io.equivar.harness.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in configurations end with what is wrong, where, and what to do, and nothing else. */
class BadConfigurationIT {

  @TempDir private Path folder;

  private Path out;

  @BeforeEach
  void nameTheRun() {
    out = folder.resolve("run");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hue: 0.1            | hue: 0.8               | pipeline[1].color-jitter.hue must be in [0, 0.5], got 0.8
          hue: 0.1            | hues: 0.1              | pipeline[1].color-jitter.hues is not a known setting. Did you mean hue?
          seed: 7             | sead: 7                | sead is not a known setting. Did you mean seed?
          hue: 0.1            | hue: much              | pipeline[1].color-jitter.hue must be a number, got much
          epochs: 2           | epochs: 2.5            | training.epochs must be a whole number, got 2.5
          epochs: 2           | epochs: 0              | training.epochs must be at least 1, got 0
          batch-size: 16      | batch-size: 15         | training.batch-size must be even, got 15
          probability: 0.8    | probability: 80        | pipeline[1].probability must be in [0, 1], got 80
          share: pair         | share: pairs           | pipeline[0].share must be one of pair, image, got pairs. Did you mean pair?
          color-jitter:       | colour-jitter:         | pipeline[1] must name an installed transformation, got colour-jitter. Did you mean color-jitter?
          simclr:             | simclear:              | base must name an installed base method, got simclear. Did you mean simclr?
          stl:                | sttl:                  | objective must name an installed objective, got sttl. Did you mean stl?
          stem: small         | stem: tiny             | backbone.resnet-18.stem must be one of standard, small, got tiny
          resnet-18:          | resnet-19:             | backbone must name one of resnet-18, resnet-50, got resnet-19. Did you mean resnet-18?
          """)
  void a_mistake_is_named(String right, String wrong, String message) {
    String text = Configurations.small();
    assertThat(text).contains(right);

    assertThat(train(text.replaceFirst(right, wrong))).isEqualTo(Refusal.of(message));
    assertThat(out.resolve("config.yaml")).doesNotExist();
  }

  @Test
  void a_batch_larger_than_the_data_is_named() {
    assertThat(train(Configurations.small(), "--set", "training.batch-size=128"))
        .isEqualTo(
            Refusal.of(
                "training.batch-size must be at most the number of training images (64), got 128"));
    assertThat(train(Configurations.small(), "--set", "training.epochs=1").exitCode())
        .as("the folder is free for the next try")
        .isZero();
  }

  @Test
  void several_mistakes_are_named_at_once() {
    String text =
        Configurations.small()
            .replace("hue: 0.1", "hue: 0.8")
            .replace("batch-size: 16", "batch-size: 15")
            .replace("width: 4", "width: none")
            .replace("seed:", "sead:");

    ProgramRun run = train(text);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .containsExactlyInAnyOrder(
            "equivar: sead is not a known setting. Did you mean seed?",
            "equivar: pipeline[1].color-jitter.hue must be in [0, 0.5], got 0.8",
            "equivar: backbone.resnet-18.width must be a whole number, got none",
            "equivar: training.batch-size must be even, got 15");
  }

  @Test
  void a_missing_file_is_named() {
    Path missing = folder.resolve("missing.yaml");

    assertThat(ProgramRun.of("train", missing)).isEqualTo(Refusal.of(missing + " does not exist"));
    assertThat(ProgramRun.of("preview", missing, "--out", folder.resolve("views.png")))
        .isEqualTo(Refusal.of(missing + " does not exist"));
  }

  @Test
  void broken_yaml_is_located() {
    Path configuration = Configurations.write(folder, "seed: 1\ndata: [generated\n");

    ProgramRun run = ProgramRun.of("train", configuration);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith("equivar: " + configuration + ":3:1 is not valid YAML: ");
  }

  @Test
  void a_missing_data_folder_is_named() {
    Path missing = folder.resolve("no-images");

    assertThat(train(Configurations.on("{folder: {path: " + missing + ", image-size: 16}}")))
        .isEqualTo(
            Refusal.of(
                "data.folder.path must be a folder, got " + missing + ". There is no " + missing));
  }

  @ParameterizedTest(name = "--set {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          training.epochs        | must have the form key=value, such as training.epochs=5
          [0].hue=1              | must start with a key such as pipeline[1].color-jitter.hue
          pipeline[9].share=pair | names an element that is not there: pipeline[9]
          """)
  void a_malformed_override_is_named(String override, String rule) {
    assertThat(train(Configurations.small(), "--set", override))
        .isEqualTo(Refusal.of("--set " + override + " " + rule));
  }

  @Test
  void a_folder_with_something_in_it_is_not_overwritten() throws IOException {
    Files.createDirectory(out);
    Path kept = Files.writeString(out.resolve("config.yaml"), "mine");

    assertThat(train(Configurations.small()))
        .isEqualTo(
            Refusal.of(
                "--out must be a new or empty folder, got "
                    + out
                    + ". Name another one, or remove what is in it"));
    assertThat(out).isDirectoryContaining(kept::equals).isDirectoryNotContaining("glob:**.jsonl");
    assertThat(kept).hasContent("mine");
  }

  @Test
  void a_folder_that_is_no_run_is_not_evaluated() {
    assertThat(ProgramRun.of("evaluate", folder, "--protocol", "knn"))
        .isEqualTo(
            Refusal.of(
                "RUN must be the folder of a run, with a config.yaml, got "
                    + folder
                    + ". Name a folder that 'equivar train' made"));
  }

  @Test
  void a_preview_of_more_pairs_than_there_are_is_refused() {
    Path configuration = Configurations.write(folder, Configurations.small());

    assertThat(
            ProgramRun.of(
                "preview", configuration, "--out", folder.resolve("views.png"), "--pairs", 33))
        .isEqualTo(Refusal.of("--pairs must be in [1, 32], got 33"));
  }

  @Test
  void a_trace_is_shown_on_request_only() {
    Path missing = folder.resolve("missing.yaml");

    ProgramRun run = ProgramRun.of("--debug", "train", missing);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .startsWith(
            "equivar: " + missing + " does not exist",
            "io.equivar.api.config.ConfigurationException: " + missing + " does not exist")
        .anyMatch(line -> line.startsWith("\tat io.equivar.core.binding.YamlReader"));
  }

  private ProgramRun train(String text, Object... options) {
    Path configuration = Configurations.write(folder, text);
    Object[] arguments = new Object[4 + options.length];
    arguments[0] = "train";
    arguments[1] = configuration;
    arguments[2] = "--out";
    arguments[3] = out;
    System.arraycopy(options, 0, arguments, 4, options.length);
    return ProgramRun.of(arguments);
  }
}
