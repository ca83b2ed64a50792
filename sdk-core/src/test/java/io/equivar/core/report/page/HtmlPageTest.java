package io.equivar.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.core.evaluate.PrincipalComponents;
import io.equivar.core.report.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {

  private static final String HOSTILE =
      "</script><script>alert(1)</script><img src=x onerror='a\"'>";

  private static RunPage page(String text) {
    PointMap map =
        PointMap.of(
            "image-map",
            "Map of " + text,
            text,
            PrincipalComponents.of(new float[] {0, 1, 2, 3, 5, 8}, 3, 2, 2),
            List.of(text, "b", "c"),
            List.of(new PointMap.Coloring(text, List.of(text), List.of(0.0, 0.0, 0.0), "")),
            new Sprite("data:image/jpeg;base64,AAAA", 48, 2, 2));
    RunPage.Tile tile = new RunPage.Tile("data:image/jpeg;base64,AAAA", text, text, true);
    return new RunPage(
        text,
        text,
        List.of(new RunPage.Headline(text, text, text)),
        List.of(
            new MeasureTable(
                text, List.of(text), List.of(new ComparisonPage.Line(text, List.of(text))))),
        LossCurves.of(
            List.of(
                new Metrics(1, 1, 0.1, 4, Map.of(text, 3.0), 10, 0),
                new Metrics(2, 1, 0.1, 2, Map.of(text, 1.0), 10, 0))),
        List.of(map),
        List.of(),
        text,
        List.of(new RunPage.NeighbourRow(tile, List.of(tile, tile))),
        List.of(new RunPage.Fact(text, text)),
        List.of(new RunPage.PluginRow(text, text, text, text)),
        "seed: " + text,
        List.of(text));
  }

  private static Document parse(HtmlPage page) {
    return Jsoup.parse(page.html());
  }

  @Test
  void what_is_shown_is_text_whatever_it_holds() {
    Document document = parse(HtmlPage.of(page(HOSTILE)));

    assertThat(document.title()).isEqualTo(HOSTILE);
    assertThat(document.select("h1").text()).isEqualTo(HOSTILE);
    assertThat(document.select("pre code").text()).isEqualTo("seed: " + HOSTILE);
    assertThat(document.select(".query img").attr("alt")).isEqualTo(HOSTILE);
    assertThat(document.select("img[onerror], img[src=x]")).isEmpty();
    // Data, two libraries and the page's own script.
    assertThat(document.select("script")).hasSize(4);
  }

  @Test
  void nothing_is_fetched() {
    Document document = parse(HtmlPage.of(page("run")));

    assertThat(document.select("link, iframe, object, script[src], a[href]")).isEmpty();
    assertThat(document.select("[src]"))
        .isNotEmpty()
        .allSatisfy(element -> assertThat(element.attr("src")).startsWith("data:image/"));
    assertThat(document.select("style").html()).doesNotContain("url(").doesNotContain("@import");
  }

  @Test
  void the_policy_allows_these_scripts_and_this_style_alone() throws NoSuchAlgorithmException {
    Document document = parse(HtmlPage.of(page(HOSTILE)));
    String policy = document.select("meta[http-equiv=Content-Security-Policy]").attr("content");

    assertThat(policy).startsWith("default-src 'none'; img-src data:;").doesNotContain("unsafe");
    assertThat(document.select("[style], [onclick], [onload]")).isEmpty();
    for (Element element : document.select("style, script:not([type])")) {
      assertThat(policy).contains("'sha256-" + hash(element.data()) + "'");
    }
  }

  private static String hash(String text) throws NoSuchAlgorithmException {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void every_chart_has_its_canvas_a_description_and_data() throws JsonProcessingException {
    Document document = parse(HtmlPage.of(page("run")));
    JsonNode charts =
        new ObjectMapper()
            .readTree(document.select("script[type=application/json]").first().data());

    assertThat(charts)
        .extracting(chart -> chart.get("id").asText())
        .containsExactly("loss", "learning-rate", "image-map");
    assertThat(charts)
        .extracting(chart -> chart.get("kind").asText())
        .containsExactly("lines", "lines", "map");
    for (JsonNode chart : charts) {
      Element canvas = document.getElementById(chart.get("id").asText());
      assertThat(canvas.tagName()).isEqualTo("canvas");
      assertThat(canvas.attr("aria-label")).isNotBlank();
    }
    assertThat(charts.get(0).get("curves").get(0).get("points").get(1).get("y").asDouble())
        .isEqualTo(2);
    assertThat(Base64.getDecoder().decode(charts.get(2).get("rows").asText())).hasSize(3 * 2 * 4);
  }

  @Test
  void curves_are_also_a_table() {
    Document document = parse(HtmlPage.of(page("run")));

    assertThat(document.select("details table").first().select("tr").eachText())
        .containsExactly("step total run", "1 4.000 3.000", "2 2.000 1.000");
  }

  @Test
  void every_picture_says_what_it_is_and_every_part_has_a_heading() {
    Document document = parse(HtmlPage.of(page("run")));

    assertThat(document.select("img:not([alt]), img[alt='']")).isEmpty();
    assertThat(document.select("main > section > h2").eachText())
        .containsExactly(
            "Results",
            "Training",
            "Images",
            "Nearest neighbours",
            "Transformations",
            "How it was made");
    assertThat(document.select("html").attr("lang")).isEqualTo("en");
  }

  @Test
  void a_comparison_has_a_column_for_each_run() {
    Document document =
        parse(
            HtmlPage.of(
                new ComparisonPage(
                    "Comparison",
                    List.of("one", HOSTILE),
                    List.of(new ComparisonPage.Line("knn", List.of("50.0 %", ""))),
                    List.of(),
                    List.of())));

    assertThat(document.select("thead th").eachText()).containsExactly("one", HOSTILE);
    assertThat(document.select("tbody td")).extracting(Element::text).containsExactly("50.0 %", "");
    assertThat(document.text()).contains("Nothing: all settings are the same.");
  }

  @Test
  void the_file_replaces_an_older_one_and_leaves_nothing_beside_it(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("report.html"), "old");

    HtmlPage.of(page("run")).write(file);

    assertThat(Files.readString(file)).startsWith("<!doctype html>\n").endsWith("</html>\n");
    assertThat(folder.toFile().list()).containsExactly("report.html");
  }

  @Test
  void a_folder_that_is_not_there_is_named(@TempDir Path folder) {
    Path file = folder.resolve("none/report.html");

    assertThatThrownBy(() -> HtmlPage.of(page("run")).write(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write the page " + file);
  }
}
