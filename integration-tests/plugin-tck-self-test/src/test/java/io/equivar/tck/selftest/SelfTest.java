package io.equivar.tck.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit finds what is broken, and nothing else. */
class SelfTest {

  @ParameterizedTest
  @EnumSource
  void aSoundPluginPasses(Kind kind) {
    KitRun run = KitRun.of(kind.sound());
    assertThat(run.failed()).isEmpty();
    assertThat(run.aborted()).isEmpty();
    assertThat(run.passed()).containsExactlyInAnyOrderElementsOf(kind.rules());
  }

  static Stream<Class<?>> broken() {
    return Arrays.stream(Kind.values()).flatMap(kind -> kind.broken().stream());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenPluginFailsByItsRuleAlone(Class<?> broken) {
    assertThat(KitRun.of(broken).failed())
        .extracting(Kind::number)
        .containsExactly(broken.getSimpleName());
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleIsBrokenOnce(Kind kind) {
    assertThat(kind.broken())
        .extracting(Class::getSimpleName)
        .containsExactlyInAnyOrderElementsOf(kind.rules().stream().map(Kind::number).toList());
  }
}
