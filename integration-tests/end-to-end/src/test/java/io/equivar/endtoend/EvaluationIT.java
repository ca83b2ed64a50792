package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.equivar.core.application.Equivar;
import io.equivar.core.checkpoint.Checkpoint;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.DataSplits;
import io.equivar.core.evaluate.EquivarianceReport;
import io.equivar.core.evaluate.VersionRetrieval;
import io.equivar.core.run.RunFolder;
import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains once and measures the run in every way that there is. */
class EvaluationIT {

  @TempDir private static Path folder;

  private static Path out;

  @BeforeAll
  static void train() {
    out = folder.resolve("run");
    ProgramRun training =
        ProgramRun.of(
            "train",
            Configurations.write(folder, Configurations.small()),
            "--out",
            out,
            "--no-evaluation",
            "--set",
            "training.epochs=16",
            "--set",
            "training.optimizer.sgd.learning-rate=0.3",
            "--set",
            "data.generated.train=256");
    assertThat(training.exitCode()).as(training.err()).isZero();
  }

  private static ProgramRun evaluate(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("evaluate", out, "--protocol"));
    all.addAll(List.of(arguments));
    return ProgramRun.of(all.toArray());
  }

  @Test
  void nearest_neighbours_vote_in_several_numbers() {
    ProgramRun run = evaluate("knn");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("k = 1").contains("k = 20").contains("k = 200");
    JsonNode results = json("knn").get("results");
    assertThat(results).hasSize(3);
    assertThat(results.get(2).get("k").intValue()).isEqualTo(200);

    assertThat(evaluate("knn", "--k", "3,5").out()).contains("k = 3").contains("k = 5");
    assertThat(evaluate("knn", "--k", "257").errors().get(0))
        .isEqualTo(
            "equivar: --k must be at most the number of labelled training images, 256, got 257. Leave it out:"
                + " 1, 20 and 200 are taken, or as many as there are");
  }

  @Test
  void classes_are_told_by_a_linear_map() {
    ProgramRun run = evaluate("linear", "--accuracy", "mean-per-class");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(json("linear").get("trained").get("test").doubleValue()).isBetween(0.0, 1.0);
  }

  @Test
  void transformations_are_told_from_what_lies_before_and_after() {
    ProgramRun run =
        evaluate(
            "transformation-prediction", "--images", "400", "--set", "data.generated.train=500");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = json("transformation-prediction");
    assertThat(report.get("training").intValue()).isEqualTo(400);
    assertThat(report.get("test").intValue()).isEqualTo(32);
    assertThat(report.get("parameters"))
        .extracting(row -> row.get("step").textValue())
        .containsExactly("random-resized-crop", "color-jitter", "together");
    JsonNode types = report.get("types");
    assertThat(types.get("names")).hasSize(3);
    assertThat(types.get("mostFrequent").doubleValue()).isBetween(0.3, 0.4);
    assertThat(types.get("trained").doubleValue())
        .isGreaterThan(types.get("mostFrequent").doubleValue());
    assertThat(run.out()).contains("random-resized-crop").contains("3 types");
  }

  @Test
  void versions_are_found_by_predictions() {
    ProgramRun run =
        evaluate("equivariance", "--versions", "10", "--set", "data.generated.test=200");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = json("equivariance");
    assertThat(report.get("images").intValue()).isEqualTo(200);
    assertThat(report.get("chance").get("hitAt1").doubleValue()).isCloseTo(0.1, within(1e-9));
    double chance = report.get("chance").get("meanReciprocalRank").doubleValue();
    double untrained = report.get("untrained").get("meanReciprocalRank").doubleValue();
    double trained = report.get("trained").get("meanReciprocalRank").doubleValue();
    assertThat(untrained).isCloseTo(chance, within(0.02));
    assertThat(trained).isGreaterThan(chance + 0.02);
    assertThat(report.get("trained").get("predictionRetrievalError").doubleValue())
        .isBetween(0.0, 0.3);
  }

  @Test
  void versions_are_found_by_the_java_api_as_by_the_program() {
    try (Equivar equivar = Equivar.open()) {
      RunFolder run = RunFolder.open(out);
      RunConfig config = equivar.configurations().read(run.configuration(), List.of());
      Checkpoint checkpoint = run.checkpoints().require(notice -> {});
      try (DataSplits data = equivar.data().open(config.data(), notice -> {})) {
        EquivarianceReport report =
            equivar
                .evaluation()
                .equivariance(config, data, checkpoint, new VersionRetrieval(8, 5, config.seed()));

        assertThat(evaluate("equivariance", "--versions", "5", "--images", "8").out())
            .isEqualTo(report.table());
      }
    }
  }

  @Test
  void factors_are_told_by_a_linear_map() {
    ProgramRun run = evaluate("factors");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(json("factors").get("results"))
        .extracting(row -> row.get("factor").textValue())
        .containsExactly("position", "x", "y", "size", "hue", "rotation-degrees");
    assertThat(json("factors").get("results"))
        .allSatisfy(row -> assertThat(row.get("trained").doubleValue()).isLessThanOrEqualTo(1));
  }

  @Test
  void what_cannot_be_measured_is_explained() {
    assertThat(evaluate("equivariance", "--set", "objective={invariant: {}}").errors().get(0))
        .contains("objective.invariant must be trained to predict the representations")
        .contains("Objectives that are, for this pipeline: ")
        .contains("equimod, sen, sie, stl");
    assertThat(evaluate("equivariance", "--versions", "1").errors().get(0))
        .isEqualTo("equivar: --versions must be in [2, 512], got 1");
    assertThat(
            evaluate("transformation-prediction", "--set", "pipeline=[{normalize: {}}]")
                .errors()
                .get(0))
        .contains("pipeline must have random steps with parameters, or several random steps");
  }

  private static JsonNode json(String protocol) {
    return new RunRecord(out).json("evaluation-" + protocol + ".json");
  }
}
