package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration's table holds what its runs measured; what it shows takes longer training. */
class DemoIT {

  private static final String[] RUNS = {"invariant-seed-1", "stl-seed-1"};

  @TempDir private static Path folder;

  private static Path demo;
  private static ProgramRun run;

  @BeforeAll
  static void demonstrate() {
    demo = folder.resolve("demo");
    run =
        ProgramRun.succeeding(
            "demo",
            "--out",
            demo,
            "--set",
            "data.generated.train=160",
            "--set",
            "data.generated.test=40",
            "--set",
            "backbone.resnet-18.width=4",
            "--set",
            "training.epochs=1",
            "--set",
            "training.batch-size=16");
  }

  @Test
  void every_run_has_a_report_and_a_page_compares_them() {
    for (String name : RUNS) {
      assertThat(demo.resolve(name).resolve("report.html")).isNotEmptyFile();
      assertThat(run.out()).contains("The report of " + demo.resolve(name));
    }
    assertThat(demo.resolve("compare.html")).isNotEmptyFile();
  }

  @Test
  void the_table_shows_what_was_measured() throws IOException {
    assertThat(run.out())
        .containsPattern("pixels +untrained +SimCLR +STL")
        .containsPattern("class accuracy \\(linear\\) +" + percentages("linear", "test"))
        .containsPattern("R2 of hue( +-?\\d\\.\\d\\d){4}")
        .containsPattern("R2 of position( +-?\\d\\.\\d\\d){4}");
  }

  @Test
  void pixels_are_the_same_for_all_runs() throws IOException {
    assertThat(evaluation(RUNS[1], "linear").get("pixels"))
        .isEqualTo(evaluation(RUNS[0], "linear").get("pixels"));
  }

  private static String percentages(String protocol, String field) throws IOException {
    JsonNode invariant = evaluation(RUNS[0], protocol);
    JsonNode stl = evaluation(RUNS[1], protocol);
    return String.join(
        " +",
        percentage(invariant.get("pixels").get(field)),
        percentage(invariant.get("untrained").get(field)),
        percentage(invariant.get("trained").get(field)),
        percentage(stl.get("trained").get(field)));
  }

  private static String percentage(JsonNode share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble());
  }

  private static JsonNode evaluation(String name, String protocol) throws IOException {
    return new ObjectMapper()
        .readTree(demo.resolve(name).resolve("evaluation-" + protocol + ".json").toFile());
  }
}
