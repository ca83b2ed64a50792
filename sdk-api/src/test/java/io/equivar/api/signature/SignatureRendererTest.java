package io.equivar.api.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.Spi;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

public class SignatureRendererTest {

  private static final String OUTER = SignatureRendererTest.class.getName();

  /** A type with one member of each kind. */
  @Spi(value = Spi.Role.PLUGIN, since = "1.2")
  public interface Sample<T extends Number> extends Function<T, String> {
    /** A constant. */
    int LIMIT = 3;

    /** An abstract method. */
    List<? super @Nullable T> load(T[] from) throws IOException;

    /** A default method. */
    default void close() {}
  }

  /** A record. */
  @Spi(Spi.Role.VALUE)
  public record Range(double low, List<String> names) {}

  /** A class that is not exported from its package. */
  @Spi(Spi.Role.VALUE)
  static class Hidden {
    /** Not exported either. */
    public static class Inner {}
  }

  @Test
  @DisplayName("an interface shows role, generics, constants, modifiers and exceptions")
  void interfaces() {
    assertThat(renderNested(Sample.class))
        .containsExactly(
            "$Sample [PLUGIN STABLE since 1.2] public interface <T extends java.lang.Number>",
            "$Sample# implements java.util.function.Function<T,java.lang.String>",
            "$Sample# null-marked",
            "$Sample# public abstract R apply(T)",
            "$Sample# public abstract java.util.List<? super @Nullable T> load(T[])"
                + " throws java.io.IOException",
            "$Sample# public default void close()",
            "$Sample# public static final int LIMIT = 3");
  }

  @Test
  @DisplayName("a record shows its header, its accessors and its constructor")
  void records() {
    assertThat(renderNested(Range.class))
        .contains(
            "$Range# record (double low, java.util.List<java.lang.String> names)",
            "$Range# public double low()",
            "$Range# public <init>(double,java.util.List<java.lang.String>)")
        .noneMatch(line -> line.contains("hashCode") || line.contains("toString"));
  }

  @Test
  @DisplayName("what is not exported is not shown")
  void hidden() {
    assertThat(SignatureRenderer.render(List.of(Hidden.class, Hidden.Inner.class))).isEmpty();
  }

  private static List<String> renderNested(Class<?> type) {
    return SignatureRenderer.render(List.of(type)).stream()
        .map(line -> line.replace(OUTER, ""))
        .toList();
  }
}
