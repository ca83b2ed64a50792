package io.equivar.core.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

  private static final List<String> KNOWN = List.of("hue", "brightness", "min-area", "p");

  @ParameterizedTest
  @CsvSource({"hu, hue", "hues, hue", "brightnes, brightness", "bright, brightness", "q, p"})
  void suggestsTheNearest(String word, String expected) {
    assertThat(Suggestions.nearest(word, KNOWN)).hasValue(expected);
  }

  @Test
  void namesAllWhereNoneIsNear() {
    assertThat(Suggestions.nextStep("kernel-size", KNOWN))
        .isEqualTo("Known are brightness, hue, min-area, p");
  }
}
