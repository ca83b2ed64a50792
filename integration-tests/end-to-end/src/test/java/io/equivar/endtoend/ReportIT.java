package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.harness.Configurations;
import io.equivar.harness.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains two small runs and looks at their pages. */
class ReportIT {

  @TempDir private static Path folder;

  private static Path stl;
  private static Path invariant;

  @BeforeAll
  static void train() {
    stl = folder.resolve("stl");
    invariant = folder.resolve("invariant");
    Path configuration = Configurations.write(folder, Configurations.small());
    ProgramRun.succeeding("train", configuration, "--out", stl);
    ProgramRun.succeeding(
        "train", configuration, "--out", invariant, "--no-report", "--set", "objective=invariant");
  }

  private static Document page(Path file) throws IOException {
    assertThat(Files.size(file)).isLessThan(5_000_000);
    return Jsoup.parse(file);
  }

  @Test
  void a_training_leaves_a_page_with_figures_curves_maps_and_neighbours() throws IOException {
    Document page = page(stl.resolve("report.html"));

    assertThat(page.title()).isEqualTo("stl");
    assertThat(page.select(".headlines .name").eachText()).anyMatch(name -> name.startsWith("knn"));
    assertThat(page.select("canvas").eachAttr("id"))
        .containsExactly("loss", "learning-rate", "image-map", "transformation-map");
    assertThat(page.select(".neighbours")).hasSize(10);
    assertThat(page.select("pre").text())
        .isEqualTo(Files.readString(stl.resolve("config.yaml")).strip());
    assertThat(page.select(".plugins tbody tr")).isNotEmpty();
    assertThat(page.select("main .note")).isEmpty();
    assertThat(page.select("select[data-map=transformation-map] option").eachText())
        .contains("type", "random-resized-crop, left", "color-jitter, hue");
  }

  @Test
  void an_objective_without_representations_of_transformations_says_so() throws IOException {
    Path file = folder.resolve("pages.html");
    ProgramRun report = ProgramRun.succeeding("report", invariant, "--out", file);

    assertThat(report.out()).isEqualTo("The report is in " + file + System.lineSeparator());
    assertThat(invariant.resolve("report.html")).doesNotExist();
    Document page = page(file);
    assertThat(page.select("canvas").eachAttr("id")).doesNotContain("transformation-map");
    assertThat(page.text())
        .contains("The objective equivar:invariant, as it is configured, learns no representation");
  }

  @Test
  void runs_are_compared() throws IOException {
    Path file = folder.resolve("compare.html");
    ProgramRun tables = ProgramRun.succeeding("compare", stl, invariant, "--out", file);
    JsonNode json =
        new ObjectMapper()
            .readTree(
                ProgramRun.succeeding("compare", stl, invariant, "--out", file, "--json").out());

    assertThat(tables.out())
        .contains("1  " + stl, "2  " + invariant)
        .containsPattern("knn.*, trained +[\\d.]+ % +[\\d.]+ %")
        .containsPattern("objective.equivar:invariant +- +\\{\\}")
        .doesNotContain("seed");
    assertThat(json.get("runs")).hasSize(2);
    assertThat(json.get("runs").get(0).get("figures").get("knn")).isNotEmpty();
    Document page = page(file);
    assertThat(page.select("thead th").eachText()).contains("stl", "invariant");
    assertThat(page.select("canvas").eachAttr("id"))
        .containsExactly("total", "term-0", "term-1", "term-2", "learning-rate");
  }

  @Test
  void a_report_that_cannot_be_made_fails_no_training() throws IOException {
    Path out = folder.resolve("blocked");
    Path configuration = Configurations.write(folder, Configurations.small());
    ProgramRun.succeeding(
        "train", configuration, "--out", out, "--no-report", "--set", "training.epochs=1");
    // A folder with something in it cannot be replaced by a file.
    Files.createDirectories(out.resolve("report.html/full"));
    ProgramRun resumed = ProgramRun.of("train", "--resume", out);

    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.out()).contains("The run is in " + out);
    assertThat(resumed.err())
        .startsWith("The report could not be made: cannot write the page")
        .contains("Try again with: equivar report " + out);
  }

  @Test
  void without_its_images_a_run_still_has_a_page() throws IOException {
    Path moved = folder.resolve("moved");
    Files.createDirectories(moved);
    for (String name : new String[] {"metrics.jsonl", "summary.json"}) {
      Files.copy(invariant.resolve(name), moved.resolve(name));
    }
    Files.writeString(
        moved.resolve("config.yaml"),
        Configurations.on("{folder: {path: not-there, image-size: 16}}"));
    ProgramRun.succeeding("report", moved);

    Document page = page(moved.resolve("report.html"));
    assertThat(page.select(".note").text())
        .startsWith("There are no pictures of images: data.folder.path must be a folder");
    assertThat(page.select("canvas").eachAttr("id")).containsExactly("loss", "learning-rate");
  }
}
