package io.equivar.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.harness.PluginJar;
import io.equivar.harness.ProgramRun;
import io.equivar.harness.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of two things of one name runs must not depend on the names of files. */
class SameNameIT {

  @TempDir private Path folder;
  private Installation installation;

  @BeforeEach
  void prepare() throws IOException {
    installation = Installation.in(folder);
  }

  @Test
  void two_plugins_of_one_name_are_both_named() {
    Path first = install("first.jar", "com.example.First", Installation.offering("acme", "crop"));
    Path second =
        install("second.jar", "com.example.Second", Installation.offering("acme", "crop"));

    assertThat(installation.train()).isEqualTo(twice("acme:crop", first, second));
  }

  @Test
  void a_graph_and_a_pixel_transformation_of_two_plugins_may_not_share_a_name() {
    Path first = install("first.jar", "com.example.First", Installation.offering("acme", "crop"));
    Path second =
        install("second.jar", "com.example.Second", Installation.offeringPixels("acme", "crop"));

    assertThat(installation.train()).isEqualTo(twice("acme:crop", first, second));
  }

  @Test
  void a_graph_and_a_pixel_transformation_of_one_plugin_may_not_share_a_name() {
    String pixels = Installation.offeringPixels("acme", "crop");
    Path jar =
        install(
            "both.jar",
            "com.example.Both",
            Installation.offering("acme", "crop")
                + pixels.replace("public String namespace() { return \"acme\"; }", ""));

    assertThat(installation.train())
        .isEqualTo(
            Refusal.of(
                "plugin com.example.Both in "
                    + jar
                    + ": pixelTransformations() must not offer a name that transformations()"
                    + " offers, got crop. Report this to the plugin's author"));
  }

  @Test
  void a_plugin_may_not_take_a_name_that_is_built_in() {
    Path jar =
        install(
            "impostor.jar",
            "com.example.Impostor",
            Installation.offering("standard", "color-jitter"));

    ProgramRun run = installation.train();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith(
            "equivar: transformation standard:color-jitter must be offered by one plugin, got"
                + " plugin io.equivar.plugin.standard.")
        .endsWith(" and plugin com.example.Impostor in " + jar + ". Remove one of them");
  }

  @Test
  void one_namespace_may_be_shared_as_long_as_names_differ() {
    install("first.jar", "com.example.First", Installation.offering("acme", "crop"));
    install("second.jar", "com.example.Second", Installation.offering("acme", "zoom"));

    assertThat(ProgramRun.succeeding("plugins", "--plugins", installation.plugins()).out())
        .contains("acme:crop (transformation)", "acme:zoom (transformation)");
  }

  @Test
  void the_same_jar_twice_is_refused_with_both_files() throws IOException {
    Path jar = install("blur.jar", "com.example.Blur", Installation.offering("acme", "blur"));
    Path copy = Files.copy(jar, jar.resolveSibling("blur-copy.jar"));

    assertThat(installation.train())
        .isEqualTo(
            Refusal.of(
                "plugin class com.example.Blur must be in one jar, got "
                    + copy
                    + " and "
                    + jar
                    + ". Remove one of them"));
  }

  private Path install(String fileName, String className, String members) {
    return installation.install(PluginJar.current(), fileName, className, members);
  }

  private static ProgramRun twice(String id, Path first, Path second) {
    return Refusal.of(
        "transformation "
            + id
            + " must be offered by one plugin, got plugin com.example.First in "
            + first
            + " and plugin com.example.Second in "
            + second
            + ". Remove one of them");
  }
}
