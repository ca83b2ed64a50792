package io.equivar.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that are plugins in form, but whose own code is at fault. */
class FaultyPluginTest {

  private static final String AUTHOR = ". Report this to the plugin's author";
  private static final String AUTHOR_TRACE = AUTHOR + "; --debug shows where it failed";

  @TempDir private Path folder;

  @Test
  void refusesFailingConstructor() {
    Path jar =
        PluginJars.jar()
            .plugin(
                "com.acme.Failing",
                """
                public Failing() { throw new IllegalStateException("no licence"); }
                public String namespace() { return "acme"; }
                """)
            .write(folder.resolve("failing.jar"));

    try (LoadedPlugins loaded = new PluginLoader().load(folder)) {
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(loaded::catalogOrThrow)
          .withMessage(
              "plugin com.acme.Failing in "
                  + jar
                  + ": the constructor must not fail, got java.lang.IllegalStateException: no"
                  + " licence"
                  + AUTHOR_TRACE)
          .satisfies(
              failure ->
                  assertThat(failure.getSuppressed())
                      .singleElement()
                      .isInstanceOf(IllegalStateException.class));
    }
  }

  @Test
  void refusesFailingMethodsAndNull() {
    Path jar =
        PluginJars.jar()
            .plugin(
                "com.acme.Failing",
                """
                public String namespace() { return "acme"; }
                public List<TransformationFactory<?>> transformations() {
                  throw new UnsupportedOperationException("later");
                }
                public List<BaseModelFactory<?>> baseModels() { return null; }
                public List<ObjectiveFactory<?>> objectives() {
                  return Arrays.asList(null, ObjectiveFactory.of(null, null, null, null));
                }
                """)
            .write(folder.resolve("failing.jar"));

    String plugin = "plugin com.acme.Failing in " + jar + ": ";
    assertThat(problems())
        .containsExactly(
            plugin
                + "transformations() must not fail, got"
                + " java.lang.UnsupportedOperationException: later"
                + AUTHOR_TRACE,
            plugin + "baseModels() must not be null" + AUTHOR,
            plugin + "objectives()[0] must not be null" + AUTHOR,
            plugin + "objectives()[1].name() must not be null" + AUTHOR,
            plugin + "objectives()[1].description() must not be null" + AUTHOR,
            plugin + "objectives()[1].configType() must not be null" + AUTHOR);
  }

  @Test
  void refusesMalformedAndRepeatedNames() {
    Path malformed =
        PluginJars.offering("com.acme.Malformed", "Acme Inc", "-blur")
            .write(folder.resolve("a.jar"));
    Path repeated =
        PluginJars.jar()
            .plugin(
                "com.acme.Repeated",
                """
                public record Config() {}
                public String namespace() { return "acme"; }
                public List<ObjectiveFactory<?>> objectives() {
                  ObjectiveFactory<Config> factory =
                      ObjectiveFactory.of("stl", "", Config.class, (config, context) -> null);
                  return List.of(factory, factory);
                }
                """)
            .write(folder.resolve("b.jar"));

    assertThat(problems())
        .containsExactly(
            "plugin com.acme.Malformed in "
                + malformed
                + ": namespace() must be in kebab case, such as color-jitter, got 'Acme Inc'"
                + AUTHOR,
            "plugin com.acme.Malformed in "
                + malformed
                + ": transformations()[0].name() must be in kebab case, such as color-jitter, got"
                + " '-blur'"
                + AUTHOR,
            "plugin com.acme.Repeated in "
                + repeated
                + ": objectives() must offer each name once, got several stl"
                + AUTHOR);
  }

  @Test
  void refusesConfigurationRecordsThatCannotBeBound() {
    Path jar =
        PluginJars.jar()
            .plugin(
                "com.acme.Unbound",
                """
                public record Config(
                    @Setting(value = "sigma", defaultsTo = "2", max = 1) double sigma) {
                  public Config {
                    io.equivar.api.config.Settings.of(Config.class, sigma).check();
                  }
                }
                public String namespace() { return "acme"; }
                public List<ObjectiveFactory<?>> objectives() {
                  return List.of(
                      ObjectiveFactory.of("stl", "", Config.class, (config, context) -> null));
                }
                """)
            .write(folder.resolve("unbound.jar"));

    assertThat(problems())
        .containsExactly(
            "plugin com.acme.Unbound in "
                + jar
                + ": objectives()[0].configType().sigma has a default that is refused: must be at"
                + " most 1, got 2");
  }

  @Test
  void goesOnAfterClassesThatCannotBeLoaded() {
    Path jar =
        PluginJars.offering("com.acme.Good", "acme", "blur")
            .source("com.acme.Gone", "", "")
            .source(
                "com.acme.Unlinked",
                "extends Gone implements EquivarPlugin",
                "public String namespace() { return \"acme\"; }")
            .source("com.acme.Stranger", "", "")
            .service("com.acme.Unlinked")
            .service("com.acme.Missing")
            .service("com.acme.Stranger")
            .without("com.acme.Gone")
            .write(folder.resolve("mixed.jar"));

    try (LoadedPlugins loaded = new PluginLoader().load(folder)) {
      String named =
          jar
              + " must hold the plugins that"
              + " META-INF/services/io.equivar.api.plugin.EquivarPlugin names, got ";
      assertThat(loaded.problems())
          .extracting(Problem::toString)
          .containsExactly(
              jar
                  + " must hold plugins whose classes can be loaded, got"
                  + " java.lang.NoClassDefFoundError: com/acme/Gone. Libraries that a plugin needs"
                  + " belong into its jar"
                  + AUTHOR,
              named + "Provider com.acme.Missing not found" + AUTHOR,
              named + "com.acme.Stranger not a subtype" + AUTHOR);
      assertThat(loaded.catalog().transformations().factories()).containsOnlyKeys("acme:blur");
    }
  }

  private List<String> problems() {
    try (LoadedPlugins loaded = new PluginLoader().load(folder)) {
      assertThat(loaded.catalog().plugins()).isEmpty();
      return loaded.problems().stream().map(Problem::toString).toList();
    }
  }
}
