package io.equivar.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private record Example(
      @Setting(value = "in a range", min = 0, max = 0.5) double hueShift,
      @Setting(value = "above zero", min = 0, exclusiveMin = true) double temperature,
      @Setting(value = "some numbers", min = 1, minSize = 2, maxSize = 2) List<Integer> sizes) {

    Example {
      Settings.of(Example.class, hueShift, temperature, sizes)
          .require(hueShift != 0.25, "hue-shift", "must not be a quarter", hueShift)
          .check();
    }
  }

  @Test
  void goodValuesPass() {
    assertThat(new Example(0.5, 0.2, List.of(1, 2)).hueShift()).isEqualTo(0.5);
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    ConfigurationException failure =
        catchThrowableOfType(
            ConfigurationException.class, () -> new Example(0.8, 0, List.of(1, 0, 3)));

    assertThat(failure.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "hue-shift must be in [0, 0.5], got 0.8",
            "temperature must be greater than 0, got 0",
            "sizes must have 2 elements, got 3",
            "sizes[1] must be at least 1, got 0");
  }

  @Test
  void rulesOfTheRecordComeLast() {
    assertThatThrownBy(() -> new Example(0.25, Double.NaN, List.of(1, 2)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "temperature must be greater than 0, got NaN\n"
                + "hue-shift must not be a quarter, got 0.25");
  }

  @Test
  void infinityIsNoNumberToTrainWith() {
    assertThatThrownBy(() -> new Example(0, Double.POSITIVE_INFINITY, List.of(1, 2)))
        .hasMessage("temperature must be finite, got inf");
  }

  @Test
  void aForgottenComponentIsTheAuthorsMistake() {
    assertThatThrownBy(() -> Settings.of(Example.class, 0.1, 0.2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("Example has 3 components, but 2 values were given");
  }

  @ParameterizedTest
  @CsvSource({"minArea, min-area", "hue, hue", "kernelSize2D, kernel-size2-d", "BF16, bf16"})
  void keysAreKebabCase(String name, String key) {
    assertThat(Settings.key(name)).isEqualTo(key);
  }

  @Test
  void problemsKnowTheirPlace() {
    Problem problem = Problem.of("hue", "must be in [0, 0.5]", 0.8);

    assertThat(problem.within("color-jitter").within("pipeline[2]"))
        .hasToString("pipeline[2].color-jitter.hue must be in [0, 0.5], got 0.8");
    assertThat(Problem.of("[1]", "must be even", 3).within("sizes"))
        .hasToString("sizes[1] must be even, got 3");
  }
}
