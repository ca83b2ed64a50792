package io.equivar.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTest {

  private static Measured read(String json) throws JsonProcessingException {
    return Measured.of("other", new ObjectMapper().readTree(json.replace('\'', '"')));
  }

  @Test
  void a_figure_stands_beside_its_baselines() throws JsonProcessingException {
    Measured knn =
        read("{'protocol': 'knn', 'k': 20, 'trained': 0.5, 'pixels': 0.25, 'untrained': 0.125}");

    assertThat(knn.protocol()).isEqualTo("knn");
    assertThat(knn.conditions()).containsExactly(entry("k", "20"));
    assertThat(knn.columns()).containsExactly("pixels", "untrained", "trained");
    assertThat(knn.rows()).containsOnlyKeys("");
    assertThat(knn.texts("")).containsExactly("25.0 %", "12.5 %", "50.0 %");
    assertThat(knn.label("")).isEqualTo("knn");
  }

  @Test
  void items_of_a_list_are_rows_named_by_what_they_say_of_themselves()
      throws JsonProcessingException {
    Measured knn =
        read(
            "{'protocol': 'knn', 'results': [{'k': 1, 'trained': 0.5}, {'k': 20, 'trained': 0.75}]}");
    Measured factors =
        read("{'protocol': 'factors', 'results': [{'factor': 'hue', 'trained': -0.25}]}");

    assertThat(knn.rows().keySet()).containsExactly("k 1", "k 20");
    assertThat(knn.texts("k 20")).containsExactly("75.0 %");
    assertThat(factors.rows()).containsExactly(entry("hue", Map.of("trained", -0.25)));
    assertThat(factors.texts("hue")).containsExactly("-0.2500");
  }

  @Test
  void several_figures_of_a_network_are_rows() throws JsonProcessingException {
    Measured linear =
        read(
            "{'protocol': 'linear', 'untrained': {'weight': 0.5, 'test': 0.25},"
                + " 'trained': {'weight': 1000, 'test': 0.5}}");

    assertThat(linear.rows().keySet()).containsExactly("weight", "test");
    assertThat(linear.texts("weight")).containsExactly("0.5000", "1,000");
    assertThat(linear.texts("test")).containsExactly("25.0 %", "50.0 %");
    assertThat(linear.headline()).isEqualTo("test");
    assertThat(linear.label("test")).isEqualTo("linear, test");
  }

  @Test
  void a_column_that_a_row_lacks_is_empty() throws JsonProcessingException {
    Measured measured =
        read(
            "{'protocol': 'p', 'parameters': [{'step': 'crop', 'mean': 0.5, 'trained': 0.25}],"
                + " 'types': {'names': ['a'], 'mostFrequent': 0.5, 'trained': 0.75}}");

    assertThat(measured.columns()).containsExactly("mean", "mostFrequent", "trained");
    assertThat(measured.texts("crop")).containsExactly("0.5000", "", "0.2500");
    assertThat(measured.texts("types")).containsExactly("", "0.5000", "0.7500");
  }

  @Test
  void numbers_without_a_trained_network_are_taken_as_they_are() throws JsonProcessingException {
    Measured measured = read("{'error': 0.5, 'parts': [1, 2], 'inner': {'x': 3}, 'text': 'no'}");

    assertThat(measured.protocol()).isEqualTo("other");
    assertThat(measured.columns()).containsExactly("value");
    assertThat(measured.rows().keySet())
        .containsExactly("error", "parts[0]", "parts[1]", "inner x");
  }
}
