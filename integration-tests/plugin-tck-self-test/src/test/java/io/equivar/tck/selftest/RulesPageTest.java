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

  private static final String HEADING = "### ";

  @Test
  void thePageHasTheRulesOfTheKitInTheirOrder() throws IOException {
    Path page = Path.of(System.getProperty("rules.root"), "docs", "reference", "spi-rules.md");
    List<String> written =
        Files.readAllLines(page).stream()
            .filter(line -> line.startsWith(HEADING))
            .map(line -> line.substring(HEADING.length()))
            .toList();
    List<String> tested =
        Arrays.stream(Kind.values()).flatMap(kind -> kind.rules().stream()).toList();
    assertThat(written).containsExactlyElementsOf(tested);
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
