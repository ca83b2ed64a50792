package io.equivar.core.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Setting;
import io.equivar.api.config.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordBinderTest {

  enum Border {
    ZERO,
    MIRROR_ALL
  }

  record Inner(
      @Setting(value = "strength", defaultsTo = "0.5", min = 0, max = 1) double strength) {}

  sealed interface Choice permits First, Second {}

  @Alternative(value = "first", description = "One")
  record First(@Setting(value = "size", defaultsTo = "1", min = 1) int size) implements Choice {}

  @Alternative(value = "second", description = "Another")
  record Second() implements Choice {}

  record Sample(
      @Setting(value = "flag", defaultsTo = "false") boolean flag,
      @Setting(value = "count", defaultsTo = "3", min = 1) int count,
      @Setting(value = "seed", defaultsTo = "1") long seed,
      @Setting(value = "area", defaultsTo = "[0.2, 1]", min = 0, max = 1, minSize = 2, maxSize = 2)
          List<Double> areaRange,
      @Setting(value = "name of it", defaultsTo = "x") String name,
      @Setting(value = "path", defaultsTo = "a/b") Path path,
      @Setting(value = "border", defaultsTo = "zero") Border border,
      @Setting(value = "inner", defaultsTo = "{}") Inner inner,
      @Setting(value = "inners", defaultsTo = "[]") List<Inner> inners,
      @Setting(value = "choice", defaultsTo = "first") Choice choice) {

    Sample {
      Settings.of(
              Sample.class, flag, count, seed, areaRange, name, path, border, inner, inners, choice)
          .require(areaRange.get(0) <= areaRange.get(1), "area-range", "must rise", areaRange)
          .check();
    }
  }

  record Required(@Setting("number of things") int count) {}

  private final RecordBinder binder = new RecordBinder();

  @Test
  void fillsInDefaults() {
    assertThat(bind("{}"))
        .isEqualTo(
            new Sample(
                false,
                3,
                1L,
                List.of(0.2, 1.0),
                "x",
                Path.of("a/b"),
                Border.ZERO,
                new Inner(0.5),
                List.of(),
                new First(1)));
  }

  @Test
  void readsEveryTypeAndWritesItBack() {
    Sample sample =
        bind(
            """
            flag: true
            count: 7
            seed: 9000000000
            area-range: [0, 0.5]
            name: "5"
            path: images/train
            border: mirror-all
            inner: {strength: 1}
            inners: [{}, {strength: 0.00025}]
            choice: {second: {}}
            """);
    assertThat(sample)
        .isEqualTo(
            new Sample(
                true,
                7,
                9_000_000_000L,
                List.of(0.0, 0.5),
                "5",
                Path.of("images/train"),
                Border.MIRROR_ALL,
                new Inner(1),
                List.of(new Inner(0.5), new Inner(0.00025)),
                new Second()));
    String written = YamlWriter.write(binder.write(sample));
    assertThat(written).contains("strength: 0.00025").contains("name: '5'");
    assertThat(bind(written)).isEqualTo(sample);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cuont: 1 | cuont is not a known setting. Did you mean count?",
        "inner: {size: 1} | inner.size is not a known setting. Known are strength",
        "count: 1.5 | count must be a whole number, got 1.5",
        "count: 2.0 | count must be a whole number, got 2.0",
        "count: 3000000000 | count must be a whole number of at most 31 bits, got 3000000000",
        "seed: 99999999999999999999 | seed must be a whole number of at most 63 bits, got"
            + " 99999999999999999999",
        "count: many | count must be a whole number, got many",
        "count: true | count must be a whole number, got true",
        "count: null | count must have a value, got null",
        "count: 0 | count must be at least 1, got 0",
        "flag: yes | flag must be true or false, got yes",
        "flag: 1 | flag must be true or false, got 1",
        "name: 5 | name must be text, got 5. Put it in quotes",
        "path: '' | path must be a path, got ''",
        "border: mirror | border must be one of zero, mirror-all, got mirror. Did you mean"
            + " mirror-all?",
        "border: wrap | border must be one of zero, mirror-all, got wrap",
        "area-range: 0.2 | area-range must be a list, got 0.2",
        "area-range: [0.2] | area-range must have 2 elements, got 1",
        "area-range: [0.2, 1.5] | area-range[1] must be in [0, 1], got 1.5",
        "area-range: [0.2, wide] | area-range[1] must be a number, got wide",
        "area-range: [0.2, .inf] | area-range[1] must be in [0, 1], got inf",
        "area-range: [0.5, 0.2] | area-range must rise, got [0.5, 0.2]",
        "inner: 1 | inner must be a mapping, got 1",
        "inners: [{strength: 2}] | inners[0].strength must be in [0, 1], got 2",
        "choice: {first: {}, second: {}} | choice must name one of first, second, got first and"
            + " second",
        "choice: {} | choice must name one of first, second, got none",
        "choice: frist | choice must name one of first, second, got frist. Did you mean first?",
        "choice: 3 | choice must name one of first, second, got 3",
        "choice: {first: null} | choice.first must be a mapping, got null. Write {} for defaults",
        "choice: {first: {size: 0}} | choice.first.size must be at least 1, got 0",
        "[1] | must be a mapping, got a list",
      })
  void refuses(String yaml, String message) {
    assertThatThrownBy(() -> bind(yaml))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @Test
  void reportsEverythingAtOnce() {
    assertThatThrownBy(() -> bind("{flag: maybe, count: 0, inner: {strength: 3}, nmae: x}"))
        .hasMessage(
            """
            nmae is not a known setting. Did you mean name?
            flag must be true or false, got maybe
            inner.strength must be in [0, 1], got 3
            count must be at least 1, got 0""");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> binder.bind(Required.class, Node.Mapping.EMPTY))
        .hasMessage("count must be set (number of things)");
  }

  private Sample bind(String yaml) {
    return binder.bind(Sample.class, YamlReader.parse(yaml, "test"));
  }
}
