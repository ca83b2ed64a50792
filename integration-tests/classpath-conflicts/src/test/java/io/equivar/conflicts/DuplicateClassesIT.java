package io.equivar.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.Spi;
import io.equivar.harness.PluginJar;
import io.equivar.harness.ProgramRun;
import io.equivar.harness.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two copies of a class: which one is loaded must not depend on an order of files. */
class DuplicateClassesIT {

  private static final String BLUR = Installation.offering("acme", "blur");
  private static final String ZOOM = Installation.offering("acme", "zoom");
  private static final String HELPER = "com.example.shared.Helper";

  @TempDir private Path folder;
  private Installation installation;
  private Path spi;

  @BeforeEach
  void prepare() throws IOException {
    installation = Installation.in(folder);
    spi = PluginJar.jarOf(Spi.class);
  }

  @Test
  void a_plugin_of_the_folder_that_brings_the_spi_is_refused() {
    Path jar =
        installation.install(
            PluginJar.current().bundling(spi, "io/equivar/api"),
            "fat.jar",
            "com.example.Fat",
            BLUR);

    assertThat(installation.train())
        .isEqualTo(
            Refusal.of(
                jar
                    + " must not bring classes of the SDK, which has them itself, got"
                    + " equivar-sdk-api. Build the jar without them (scope provided), or ask the"
                    + " plugin's author to"));
  }

  @Test
  void a_plugin_of_the_class_path_that_brings_the_spi_is_refused() throws Exception {
    Path jar =
        installation.write(
            PluginJar.current().bundling(spi, "io/equivar/api"),
            folder.resolve("fat.jar"),
            "com.example.Fat",
            BLUR);

    assertThat(problems(List.of(jar)))
        .containsExactly(
            "PROBLEM: equivar-sdk-api must be on the class path once, got "
                + jar
                + " and "
                + spi
                + ". Remove one of them; a plugin's jar is built without it (scope provided)");
  }

  @Test
  void two_spi_jars_on_one_class_path_are_refused() throws Exception {
    Path other =
        PluginJar.current()
            .bundling(spi, "io/equivar/api")
            .naming("# the SPI, no plugin")
            .write(folder.resolve("equivar-sdk-api-other.jar"), folder.resolve("other"));

    assertThat(problems(List.of(other)))
        .contains(
            "PROBLEM: equivar-sdk-api must be on the class path once, got "
                + other
                + " and "
                + spi
                + ". Remove one of them; a plugin's jar is built without it (scope provided)");
  }

  @Test
  void a_fat_jar_that_names_the_plugins_it_bundles_is_refused_beside_them() {
    Path blur = installation.install(PluginJar.current(), "blur.jar", "com.example.Blur", BLUR);
    Path fat =
        installation.install(
            PluginJar.current().bundling(blur, "com/example").naming("com.example.Blur"),
            "fat.jar",
            "com.example.zoom.Zoom",
            ZOOM);

    assertThat(installation.train())
        .isEqualTo(
            Refusal.of(
                "plugin class com.example.Blur must be in one jar, got "
                    + blur
                    + " and "
                    + fat
                    + ". Remove one of them"));
  }

  @Test
  void class_path_jars_that_differ_in_a_class_are_refused() throws Exception {
    Path blur = sharing("blur.jar", "com.example.blur.Blur", BLUR, 1);
    Path zoom = sharing("zoom.jar", "com.example.zoom.Zoom", ZOOM, 2);

    assertThat(problems(List.of(blur, zoom)))
        .containsExactly(
            "PROBLEM: class com.example.shared.Helper must be in one plugin jar, or the same in"
                + " both, got plugin com.example.blur.Blur in "
                + blur
                + " and plugin com.example.zoom.Zoom in "
                + zoom
                + ". Remove one of them, or ask the author of the one that bundles the other's"
                + " classes to relocate them");
  }

  @Test
  void a_jar_of_the_folder_that_differs_from_one_of_the_class_path_is_refused() throws Exception {
    Path blur = sharing("blur.jar", "com.example.blur.Blur", BLUR, 1);
    Path zoom = sharing("zoom.jar", "com.example.zoom.Zoom", ZOOM, 2);
    Path installed = Files.copy(zoom, installation.plugins().resolve("zoom.jar"));

    assertThat(problems(List.of(blur)))
        .singleElement()
        .asString()
        .startsWith("PROBLEM: class com.example.shared.Helper must be in one plugin jar")
        .contains(blur.toString(), installed.toString());
  }

  @Test
  void equal_copies_do_no_harm() throws Exception {
    Path blur = sharing("blur.jar", "com.example.blur.Blur", BLUR, 1);
    Path zoom = sharing("zoom.jar", "com.example.zoom.Zoom", ZOOM, 1);

    assertThat(problems(List.of(blur, zoom))).isEmpty();
  }

  @Test
  void jars_of_the_folder_may_differ() throws Exception {
    Files.copy(
        sharing("blur.jar", "com.example.blur.Blur", BLUR, 1),
        installation.plugins().resolve("blur.jar"));
    Files.copy(
        sharing("zoom.jar", "com.example.zoom.Zoom", ZOOM, 2),
        installation.plugins().resolve("zoom.jar"));

    ProgramRun run = ProgramRun.succeeding("plugins", "--plugins", installation.plugins());

    assertThat(run.out()).contains("acme:blur", "acme:zoom");
  }

  private Path sharing(String fileName, String className, String members, int answer) {
    int dot = HELPER.lastIndexOf('.');
    String helper =
        "package %s; public class %s { public int answer() { return %d; } }"
            .formatted(HELPER.substring(0, dot), HELPER.substring(dot + 1), answer);
    return installation.write(
        PluginJar.current().with(HELPER, helper), folder.resolve(fileName), className, members);
  }

  private List<String> problems(List<Path> classPath) throws IOException, InterruptedException {
    ProgramRun run =
        ProgramRun.withClassPath(classPath, "plugins", "--plugins", installation.plugins());
    assertThat(run.err()).isEmpty();
    return run.out().lines().filter(line -> line.startsWith("PROBLEM: ")).toList();
  }
}
