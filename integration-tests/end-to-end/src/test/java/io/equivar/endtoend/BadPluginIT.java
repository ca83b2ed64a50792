package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.harness.Configurations;
import io.equivar.harness.PluginJar;
import io.equivar.harness.ProgramRun;
import io.equivar.harness.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that cannot be used is named with its jar, before anything else happens. */
class BadPluginIT {

  private static final String ASK_AUTHOR_WITH_TRACE =
      "Report this to the plugin's author; --debug shows where it failed";

  @TempDir private Path folder;

  private Path plugins;
  private Path configuration;

  @BeforeEach
  void prepare() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    configuration = Configurations.write(folder, Configurations.small());
  }

  @Test
  void a_constructor_that_fails_is_reported() {
    Path jar = failing();

    assertThat(train())
        .isEqualTo(
            Refusal.of(
                "plugin com.example.Failing in "
                    + jar
                    + ": the constructor must not fail, got java.lang.IllegalStateException: no"
                    + " licence. "
                    + ASK_AUTHOR_WITH_TRACE));
  }

  @Test
  void a_constructor_that_fails_is_located_on_request() {
    failing();

    ProgramRun run = ProgramRun.of("train", configuration, "--plugins", plugins, "--debug");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("Suppressed: java.lang.IllegalStateException: no licence")
        .contains("at com.example.Failing.<init>");
  }

  @Test
  void a_transformation_that_cannot_be_created_is_reported() {
    Path jar =
        write(PluginJar.current(), "uncreated.jar", "com.example.Uncreated", offering("crop"));
    Configurations.write(folder, Configurations.small().replace("normalize:", "crop:"));

    assertThat(train())
        .isEqualTo(
            Refusal.of(
                "pipeline[3].crop cannot be created by plugin com.example.Uncreated in "
                    + jar
                    + ", got java.lang.UnsupportedOperationException: not yet. "
                    + ASK_AUTHOR_WITH_TRACE));
  }

  @Test
  void a_jar_without_a_plugin_is_refused() throws IOException {
    Path jar = Files.write(plugins.resolve("broken.jar"), new byte[] {'P', 'K', 3, 4});

    ProgramRun run = train();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith(
            "equivar: " + jar + " must be a plugin's jar that can be read, got java.util.zip")
        .endsWith(". Build or download it again, or remove it from the plugins folder");
  }

  @Test
  void a_missing_plugins_folder_is_named() {
    Path missing = folder.resolve("missing");

    assertThat(ProgramRun.of("plugins", "--plugins", missing).out())
        .contains(
            "PROBLEM: the plugins folder must be a folder of plugin jars, got "
                + missing
                + ". Name an existing folder, or none");
  }

  @Test
  void listing_and_doctor_go_on_with_what_is_sound() {
    Path jar = failing();
    String problem = "plugin com.example.Failing in " + jar + ": the constructor must not fail";

    ProgramRun listing = ProgramRun.of("plugins", "--plugins", plugins);
    ProgramRun doctor = ProgramRun.of("doctor", "--plugins", plugins);

    assertThat(listing.exitCode()).isEqualTo(2);
    assertThat(listing.out()).contains("PROBLEM: " + problem).contains("equivar:simclr");
    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out())
        .containsPattern("OK +Plugins +[1-9]\\d* installed and usable")
        .containsPattern("FAILED +Plugin +\\Q" + problem + "\\E");
  }

  private ProgramRun train() {
    ProgramRun run =
        ProgramRun.of("train", configuration, "--plugins", plugins, "--out", folder.resolve("run"));
    assertThat(folder.resolve("run/metrics.jsonl")).doesNotExist();
    return run;
  }

  private Path failing() {
    return write(
        PluginJar.current(),
        "failing.jar",
        "com.example.Failing",
        """
        public Failing() { throw new IllegalStateException("no licence"); }
        public String namespace() { return "example"; }
        """);
  }

  private Path write(PluginJar jar, String name, String className, String members) {
    int dot = className.lastIndexOf('.');
    String text =
        """
        package %s;
        import io.equivar.api.plugin.EquivarPlugin;
        import io.equivar.api.transformation.TransformationFactory;
        import java.util.List;
        public class %s implements EquivarPlugin {
          %s
        }
        """
            .formatted(className.substring(0, dot), className.substring(dot + 1), members);
    return jar.source(className, text)
        .write(plugins.resolve(name), folder.resolve("classes-of-" + name));
  }

  private static String offering(String transformation) {
    return """
        public record Config() {}
        public String namespace() { return "example"; }
        public List<TransformationFactory<?>> transformations() {
          return List.of(TransformationFactory.of("%s", "Fails", Config.class,
              (config, context) -> { throw new UnsupportedOperationException("not yet"); }));
        }
        """
        .formatted(transformation);
  }
}
