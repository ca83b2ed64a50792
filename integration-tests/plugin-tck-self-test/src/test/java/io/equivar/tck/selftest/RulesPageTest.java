package io.equivar.tck.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of rules and the kit say the same. */
class RulesPageTest {

  private static final Path ROOT = Path.of(System.getProperty("rules.root"));
  private static final String HEADING = "### ";
  private static final String JAVA = "```java\n";

  @Test
  void thePageHasTheRulesOfTheKitInTheirOrder() throws IOException {
    List<String> written =
        page()
            .lines()
            .filter(line -> line.startsWith(HEADING))
            .map(line -> line.substring(HEADING.length()))
            .toList();
    List<String> tested =
        Arrays.stream(Kind.values()).flatMap(kind -> kind.rules().stream()).toList();
    assertThat(written).containsExactlyElementsOf(tested);
  }

  @Test
  void theExampleOnThePageIsRun() throws IOException {
    String page = page();
    int start = page.indexOf(JAVA) + JAVA.length();
    String example = page.substring(start, page.indexOf("```", start));
    assertThat(example).startsWith("class ColorTemperatureKitTest");
    assertThat(
            ROOT.resolve("examples/custom-transformation/src/test/java/io/equivar/example")
                .resolve("transformation/ColorTemperatureKitTest.java"))
        .content()
        .endsWith(example);
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/reference/spi-rules.md"));
  }

  @ParameterizedTest
  @EnumSource
  void rulesAreNumberedWithoutGaps(Kind kind) {
    List<String> rules = kind.rules();
    assertThat(rules).hasSizeGreaterThan(10).allMatch(rule -> rule.contains(" MUST "));
    assertThat(rules)
        .extracting(Kind::number)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, rules.size())
                .mapToObj(number -> Kind.number(rules.get(0)).charAt(0) + "" + number)
                .toList());
  }
}
