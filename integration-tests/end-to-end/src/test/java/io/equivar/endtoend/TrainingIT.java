package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains once and looks at everything that the run leaves behind. */
class TrainingIT {

  private static final int STEPS = 64;

  @TempDir private static Path folder;

  private static ProgramRun training;
  private static RunRecord run;

  @BeforeAll
  static void train() {
    Path configuration = Configurations.write(folder, Configurations.small());
    Path out = folder.resolve("run");
    training =
        ProgramRun.of(
            "train",
            configuration,
            "--out",
            out,
            "--set",
            "training.epochs=16",
            "--set",
            "training.log-every-steps=8");
    run = new RunRecord(out);
  }

  @Test
  void says_what_was_trained_and_how_good_it_is() {
    assertThat(training.exitCode()).as(training.err()).isZero();
    assertThat(training.err()).isEmpty();
    assertThat(training.out())
        .containsPattern("step 64 of 64, epoch 16, loss [\\d.]+ \\(invariance [\\d.]+, equi")
        .containsPattern("Trained 64 steps in \\d+ s, [\\d,]+ images/s\\.")
        .contains("The run is in " + run.folder() + System.lineSeparator())
        .endsWith(
            "The report is in " + run.folder().resolve("report.html") + System.lineSeparator());
  }

  @Test
  void prints_the_accuracies_that_the_summary_holds() {
    JsonNode evaluation = run.json("summary.json").get("evaluation");

    assertThat(training.out()).contains(table(evaluation));
    assertThat(evaluation.get("references").intValue()).isEqualTo(64);
    assertThat(evaluation.get("queries").intValue()).isEqualTo(32);
  }

  @Test
  void logs_a_line_for_every_group_of_steps() {
    List<JsonNode> metrics = run.metrics();

    assertThat(metrics).extracting(line -> line.get("step").intValue()).last().isEqualTo(STEPS);
    assertThat(metrics).hasSize(STEPS / 8);
    assertThat(metrics)
        .allSatisfy(
            line -> {
              assertThat(line.properties())
                  .extracting(field -> field.getKey())
                  .containsExactly(
                      "step",
                      "epoch",
                      "learningRate",
                      "loss",
                      "terms",
                      "imagesPerSecond",
                      "waitingShare");
              assertThat(line.get("terms").properties())
                  .extracting(field -> field.getKey())
                  .containsExactly("invariance", "equivariance", "transformation");
              assertThat(line.get("epoch").intValue())
                  .isEqualTo((line.get("step").intValue() + 3) / 4);
              assertThat(line.get("imagesPerSecond").doubleValue()).isPositive();
              assertThat(line.get("waitingShare").doubleValue()).isBetween(0.0, 1.0);
            });
  }

  @Test
  void adds_the_weighted_terms_up_to_the_loss() {
    assertThat(run.metrics())
        .allSatisfy(
            line -> {
              JsonNode terms = line.get("terms");
              double sum =
                  terms.get("invariance").doubleValue()
                      + terms.get("equivariance").doubleValue()
                      + 0.1 * terms.get("transformation").doubleValue();
              assertThat(line.get("loss").doubleValue()).isCloseTo(sum, within(1e-4));
            });
  }

  @Test
  void learns() {
    List<Double> losses = run.losses();

    assertThat(losses).allMatch(Double::isFinite);
    assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0) - 0.2);
  }

  @Test
  void lowers_the_learning_rate_along_a_cosine() {
    List<JsonNode> metrics = run.metrics();

    // Of the epochs 2, 4... 16 of 16, counted from 1.
    assertThat(metrics)
        .allSatisfy(
            line ->
                assertThat(line.get("learningRate").doubleValue())
                    .isCloseTo(
                        0.015 * (1 + Math.cos(Math.PI * (line.get("epoch").intValue() - 1) / 16)),
                        within(1e-6)));
  }

  @Test
  void leaves_events_and_a_checkpoint() throws IOException {
    try (Stream<Path> events = Files.list(run.folder().resolve("events"))) {
      assertThat(events.toList())
          .singleElement()
          .satisfies(
              file -> {
                assertThat(file.getFileName().toString()).contains("tfevents");
                assertThat(file).isNotEmptyFile();
              });
    }
    assertThat(run.variables()).isNotEmpty();
  }

  @Test
  void sums_the_run_up() {
    JsonNode summary = run.json("summary.json");

    assertThat(summary.get("seed").intValue()).isEqualTo(7);
    assertThat(summary.get("precision").textValue()).isEqualTo("FP32");
    assertThat(summary.get("trainingImages").intValue()).isEqualTo(64);
    assertThat(summary.get("training").get("steps").intValue()).isEqualTo(STEPS);
    assertThat(summary.get("plugins"))
        .extracting(plugin -> plugin.get("plugin").textValue())
        .contains(
            "io.equivar.plugin.simclr.SimClrPlugin",
            "io.equivar.plugin.stl.StlPlugin",
            "io.equivar.plugin.standard.StandardTransformations");
    assertThat(summary.get("plugins"))
        .allSatisfy(plugin -> assertThat(plugin.get("sha256").textValue()).matches("[0-9a-f]{64}"));
  }

  @Test
  void repeats_from_the_configuration_that_it_wrote() throws IOException {
    Path written = run.folder().resolve("config.yaml");
    assertThat(Files.readString(written)).contains("epochs: 16").contains("brightness: 0.4");

    RunRecord again = RunRecord.train(written, folder.resolve("again"));

    assertThat(again.repeatableMetrics()).isEqualTo(run.repeatableMetrics());
    assertThat(again.folder().resolve("config.yaml")).hasSameTextualContentAs(written);
  }

  @Test
  void evaluates_to_the_same_numbers_later() throws IOException {
    ProgramRun table = ProgramRun.of("evaluate", run.folder(), "--protocol", "knn", "--k", "20");
    JsonNode written = run.json("evaluation-knn.json");
    ProgramRun json =
        ProgramRun.of("evaluate", run.folder(), "--protocol", "knn", "--k", "20", "--json");

    assertThat(table).isEqualTo(new ProgramRun(0, table(written), ""));
    assertThat(written).isEqualTo(run.json("summary.json").get("evaluation"));
    assertThat(json.exitCode()).isZero();
    assertThat(new ObjectMapper().readTree(json.out())).isEqualTo(written);
  }

  @Test
  void does_not_evaluate_if_told_so() {
    RunRecord unevaluated =
        RunRecord.train(
            run.folder().resolve("config.yaml"),
            folder.resolve("unevaluated"),
            "training.epochs=1");

    assertThat(unevaluated.json("summary.json").has("evaluation")).isFalse();
  }

  private static String table(JsonNode evaluation) {
    return String.format(
        Locale.ROOT,
        """
        kNN accuracy (k = %d, %d reference and %d test images, %d classes)
          pixels             %5.1f %%
          untrained network  %5.1f %%
          trained network    %5.1f %%
        """,
        evaluation.get("results").get(0).get("k").intValue(),
        evaluation.get("references").intValue(),
        evaluation.get("queries").intValue(),
        evaluation.get("classes").intValue(),
        100 * evaluation.get("results").get(0).get("pixels").doubleValue(),
        100 * evaluation.get("results").get(0).get("untrained").doubleValue(),
        100 * evaluation.get("results").get(0).get("trained").doubleValue());
  }
}
