package io.equivar.api.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignatureChangesTest {

  private static final String PLUGIN_TYPE = "a.B [PLUGIN STABLE since 1.0] public interface a.B";
  private static final String CORE_TYPE = "a.B [CORE STABLE since 1.0] public interface a.B";
  private static final String EXPERIMENTAL_TYPE =
      "a.B [PLUGIN EXPERIMENTAL since 1.0] public interface a.B";
  private static final String ABSTRACT_METHOD = "a.B# public abstract void run()";
  private static final String DEFAULT_METHOD = "a.B# public default void run()";

  @Test
  @DisplayName("equal renderings have no changes")
  void equal() {
    List<String> lines = List.of(PLUGIN_TYPE, ABSTRACT_METHOD);
    assertThat(SignatureChanges.between(lines, lines).isEmpty()).isTrue();
  }

  @Test
  @DisplayName("a removed method is incompatible")
  void removed() {
    SignatureChanges changes =
        SignatureChanges.between(List.of(CORE_TYPE, ABSTRACT_METHOD), List.of(CORE_TYPE));
    assertThat(changes.incompatible())
        .containsExactly(new Breakage("- " + ABSTRACT_METHOD, Breakage.GONE));
  }

  @Test
  @DisplayName("an abstract method more is incompatible where plugins implement the type")
  void abstractMethodForPlugins() {
    SignatureChanges changes =
        SignatureChanges.between(List.of(PLUGIN_TYPE), List.of(PLUGIN_TYPE, ABSTRACT_METHOD));
    assertThat(changes.incompatible())
        .containsExactly(new Breakage("+ " + ABSTRACT_METHOD, Breakage.ABSTRACT));
  }

  @Test
  @DisplayName("an abstract method more is compatible where the core implements the type")
  void abstractMethodForCore() {
    SignatureChanges changes =
        SignatureChanges.between(List.of(CORE_TYPE), List.of(CORE_TYPE, ABSTRACT_METHOD));
    assertThat(changes.incompatible()).isEmpty();
    assertThat(changes.compatible()).containsExactly("+ " + ABSTRACT_METHOD);
  }

  @Test
  @DisplayName("a default method more is compatible")
  void defaultMethod() {
    SignatureChanges changes =
        SignatureChanges.between(List.of(PLUGIN_TYPE), List.of(PLUGIN_TYPE, DEFAULT_METHOD));
    assertThat(changes.incompatible()).isEmpty();
    assertThat(changes.compatible()).containsExactly("+ " + DEFAULT_METHOD);
  }

  @Test
  @DisplayName("a new type is compatible, abstract methods and all")
  void newType() {
    SignatureChanges changes =
        SignatureChanges.between(List.of(), List.of(PLUGIN_TYPE, ABSTRACT_METHOD));
    assertThat(changes.incompatible()).isEmpty();
  }

  @Test
  @DisplayName("an experimental type may change in any way")
  void experimental() {
    SignatureChanges changes =
        SignatureChanges.between(
            List.of(EXPERIMENTAL_TYPE, DEFAULT_METHOD),
            List.of(EXPERIMENTAL_TYPE, ABSTRACT_METHOD));
    assertThat(changes.incompatible()).isEmpty();
    assertThat(changes.compatible()).hasSize(2);
  }
}
