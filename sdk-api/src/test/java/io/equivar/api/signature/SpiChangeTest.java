package io.equivar.api.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources before and after a change, and whether a plugin written against the first breaks. */
class SpiChangeTest {

  private static final String PLUGIN = "@Spi(Spi.Role.PLUGIN) public interface Sample ";
  private static final String CORE = "@Spi(Spi.Role.CORE) public interface Sample ";
  private static final String EXPERIMENTAL =
      "@Spi(value = Spi.Role.PLUGIN, status = Spi.Status.EXPERIMENTAL) public interface Sample ";
  private static final String VALUE = "@Spi(Spi.Role.VALUE) public ";
  private static final String ENUM = VALUE + "enum Sample ";
  private static final String CLASS = VALUE + "final class Sample ";
  private static final String ANNOTATION =
      VALUE + "@interface Sample { String value(); int least() default 0; ";
  private static final String RUNTIME = "@Retention(RetentionPolicy.RUNTIME) ";

  private static Map<String, List<String>> signatures;

  /** One compilation for all of them takes a second; one for each would take a minute. */
  @BeforeAll
  static void compile(@TempDir Path folder) throws IOException, ClassNotFoundException {
    signatures =
        CompiledTypes.render(
            Stream.of(breaking(), compatible(), invisible())
                .flatMap(changes -> changes)
                .flatMap(change -> Stream.of(change.get()[1], change.get()[2]))
                .map(String.class::cast)
                .toList(),
            folder);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaking")
  void breaks(String name, String before, String after, String remedy) {
    assertThat(changes(before, after).incompatible())
        .isNotEmpty()
        .extracting(Breakage::remedy)
        .contains(remedy);
  }

  static Stream<Arguments> breaking() {
    return Stream.of(
        gone("a method is removed", CORE + "{ void a(); void b(); }", CORE + "{ void a(); }"),
        gone(
            "a default method is removed",
            PLUGIN + "{ void a(); default void b() {} }",
            PLUGIN + "{ void a(); }"),
        gone("a return type changes", CORE + "{ int a(); }", CORE + "{ long a(); }"),
        gone("a parameter type changes", CORE + "{ void a(int x); }", CORE + "{ void a(long x); }"),
        gone(
            "a type argument changes",
            CORE + "{ List<String> a(); }",
            CORE + "{ List<Integer> a(); }"),
        gone(
            "a wildcard goes",
            CORE + "{ void a(List<? extends Number> x); }",
            CORE + "{ void a(List<Number> x); }"),
        gone("a type parameter comes", CORE + "{}", CORE + "<T> {}"),
        gone("a bound changes", CORE + "<T> {}", CORE + "<T extends Number> {}"),
        gone(
            "the bound of a method's type parameter changes",
            CORE + "{ <T> void a(T x); }",
            CORE + "{ <T extends Number> void a(T x); }"),
        gone(
            "a checked exception comes",
            CORE + "{ void a(); }",
            CORE + "{ void a() throws IOException; }"),
        gone(
            "a checked exception goes",
            CORE + "{ void a() throws IOException; }",
            CORE + "{ void a(); }"),
        gone(
            "variable arguments become an array",
            CORE + "{ void a(int... x); }",
            CORE + "{ void a(int[] x); }"),
        gone(
            "a method becomes static",
            CLASS + "{ public void a() {} }",
            CLASS + "{ public static void a() {} }"),
        gone("a constructor becomes private", CLASS + "{}", CLASS + "{ private Sample() {} }"),
        gone(
            "a method loses its visibility",
            CLASS + "{ public void a() {} }",
            CLASS + "{ void a() {} }"),
        gone("a type loses its visibility", CLASS + "{}", "final class Sample {}"),
        gone("an interface becomes a class", CORE + "{}", CLASS + "{}"),
        gone("a class becomes final", VALUE + "class Sample {}", CLASS + "{}"),
        gone("a supertype goes", CLASS + "implements Serializable {}", CLASS + "{}"),
        gone(
            "a superclass goes",
            CLASS + "extends IllegalArgumentException {}",
            CLASS + "extends RuntimeException {}"),
        gone("a constant changes", CORE + "{ int A = 1; }", CORE + "{ int A = 2; }"),
        gone(
            "a default of an annotation changes",
            ANNOTATION + "}",
            ANNOTATION.replace("0", "1") + "}"),
        gone(
            "an annotation is not there at run time any more",
            RUNTIME + ANNOTATION + "}",
            ANNOTATION + "}"),
        gone(
            "an annotation is not allowed on fields any more",
            "@Target({ElementType.TYPE, ElementType.FIELD}) " + ANNOTATION + "}",
            "@Target(ElementType.TYPE) " + ANNOTATION + "}"),
        gone("a stable type becomes experimental", PLUGIN + "{}", EXPERIMENTAL + "{}"),
        gone("another implements the type", CORE + "{}", PLUGIN + "{}"),
        gone(
            "what was a lambda is none any more",
            PLUGIN + "{ void a(); }",
            PLUGIN + "{ default void a() {} }"),
        arguments(
            "plugins get an abstract method to implement",
            PLUGIN + "{ void a(); }",
            PLUGIN + "{ void a(); void b(); }",
            Breakage.ABSTRACT),
        arguments(
            "a default method becomes abstract where plugins implement it",
            PLUGIN + "{ void a(); default void b() {} }",
            PLUGIN + "{ void a(); void b(); }",
            Breakage.ABSTRACT),
        arguments(
            "a new supertype brings an abstract method",
            PLUGIN + "{ void a(); }",
            PLUGIN + "extends Callback { void a(); } interface Callback { void call(); }",
            Breakage.ABSTRACT),
        arguments(
            "a supertype from the library brings an abstract method",
            PLUGIN + "{ void a(); }",
            PLUGIN + "extends Runnable { void a(); }",
            Breakage.ABSTRACT),
        arguments(
            "an annotation gets an element that users must give",
            ANNOTATION + "}",
            ANNOTATION + "int most(); }",
            Breakage.ELEMENT),
        arguments(
            "an enum loses a constant", ENUM + "{ A, B }", ENUM + "{ A }", Breakage.CLOSED_SET),
        arguments(
            "an enum gets a constant", ENUM + "{ A }", ENUM + "{ A, B }", Breakage.CLOSED_SET),
        arguments(
            "the constants of an enum change places",
            ENUM + "{ A, B }",
            ENUM + "{ B, A }",
            Breakage.CLOSED_SET),
        arguments(
            "a record gets a component",
            VALUE + "record Sample(int a) {}",
            VALUE + "record Sample(int a, int b) { public Sample(int a) { this(a, 0); } }",
            Breakage.CLOSED_SET),
        arguments(
            "a component of a record gets another name",
            VALUE + "record Sample(int a) {}",
            VALUE + "record Sample(int b) { public int a() { return b; } }",
            Breakage.CLOSED_SET),
        arguments(
            "a sealed type permits one more",
            sealed("A") + leaf("A"),
            sealed("A, B") + leaf("A") + leaf("B"),
            Breakage.CLOSED_SET),
        arguments(
            "a sealed type permits one less",
            sealed("A, B") + leaf("A") + leaf("B"),
            sealed("A") + leaf("A"),
            Breakage.CLOSED_SET),
        arguments(
            "a type becomes sealed",
            VALUE + "interface Sample {} " + leaf("A"),
            sealed("A") + leaf("A"),
            Breakage.CLOSED_SET),
        arguments(
            "a result may be null now",
            CORE + "{ String a(); }",
            CORE + "{ @Nullable String a(); }",
            Breakage.NULLNESS),
        arguments(
            "an argument must not be null any more",
            CORE + "{ void a(List<@Nullable String> x); }",
            CORE + "{ void a(List<String> x); }",
            Breakage.NULLNESS),
        arguments(
            "a type is not null-marked any more",
            "@NullMarked " + CORE + "{}",
            CORE + "{}",
            Breakage.NULLNESS),
        arguments(
            "a type becomes null-marked",
            CORE + "{}",
            "@NullMarked " + CORE + "{}",
            Breakage.NULLNESS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compatible")
  void does_not_break(String name, String before, String after) {
    SignatureChanges changes = changes(before, after);

    assertThat(changes.incompatible()).isEmpty();
    assertThat(changes.compatible()).isNotEmpty();
  }

  static Stream<Arguments> compatible() {
    return Stream.of(
        arguments(
            "a default method comes",
            PLUGIN + "{ void a(); }",
            PLUGIN + "{ void a(); default void b() {} }"),
        arguments(
            "a static method comes",
            PLUGIN + "{ void a(); }",
            PLUGIN + "{ void a(); static void b() {} }"),
        arguments(
            "an abstract method becomes default, others stay",
            PLUGIN + "{ void a(); void b(); }",
            PLUGIN + "{ void a(); default void b() {} }"),
        arguments(
            "an abstract method comes where the core implements the type",
            CORE + "{ void a(); }",
            CORE + "{ void a(); void b(); }"),
        arguments(
            "a default method becomes abstract where the core implements the type",
            CORE + "{ default void a() {} }",
            CORE + "{ void a(); }"),
        arguments("a method comes to a class", CLASS + "{}", CLASS + "{ public void a() {} }"),
        arguments(
            "a constructor comes",
            CLASS + "{ public Sample() {} }",
            CLASS + "{ public Sample() {} public Sample(int a) {} }"),
        arguments(
            "an element with a default comes to an annotation",
            ANNOTATION + "}",
            ANNOTATION + "int most() default 1; }"),
        arguments(
            "an annotation is allowed in one place more",
            "@Target(ElementType.TYPE) " + ANNOTATION + "}",
            "@Target({ElementType.TYPE, ElementType.FIELD}) " + ANNOTATION + "}"),
        arguments(
            "a supertype comes that brings nothing to implement",
            PLUGIN + "{ void a(); }",
            PLUGIN + "extends Serializable { void a(); }"),
        arguments(
            "a method moves to a new supertype",
            PLUGIN + "{ void a(); void b(); }",
            PLUGIN + "extends Callback { void a(); } interface Callback { void b(); }"),
        arguments(
            "a method is deprecated", CORE + "{ void a(); }", CORE + "{ @Deprecated void a(); }"),
        arguments("a type is deprecated", CORE + "{}", "@Deprecated " + CORE + "{}"),
        arguments(
            "a type comes with abstract methods",
            CORE + "{}",
            CORE + "{ @Spi(Spi.Role.PLUGIN) interface New { void a(); } }"),
        arguments(
            "an experimental type changes",
            EXPERIMENTAL + "{ int a(); }",
            EXPERIMENTAL + "{ long a(); void b(); }"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invisible")
  void is_no_change(String name, String before, String after) {
    assertThat(changes(before, after).isEmpty()).isTrue();
  }

  static Stream<Arguments> invisible() {
    return Stream.of(
        arguments(
            "an unchecked exception is declared",
            CORE + "{ void a(); }",
            CORE + "{ void a() throws IllegalStateException; }"),
        arguments(
            "a parameter gets another name",
            CORE + "{ void a(int x); }",
            CORE + "{ void a(int y); }"),
        arguments(
            "a method is synchronized",
            CLASS + "{ public void a() {} }",
            CLASS + "{ public synchronized void a() {} }"),
        arguments(
            "what is private changes",
            CLASS + "{ private int a; }",
            CLASS + "{ private long b; void c() {} }"));
  }

  private static SignatureChanges changes(String before, String after) {
    return SignatureChanges.between(signatures.get(before), signatures.get(after));
  }

  private static Arguments gone(String name, String before, String after) {
    return arguments(name, before, after, Breakage.GONE);
  }

  private static String sealed(String permitted) {
    return VALUE + "sealed interface Sample permits " + permitted + " {} ";
  }

  private static String leaf(String name) {
    return "final class " + name + " implements Sample {} ";
  }
}
