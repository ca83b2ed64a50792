package io.equivar.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.equivar.api.SpiVersion;
import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoaderTest {

  private static final String AUTHOR = ". Report this to the plugin's author";
  private static final String AUTHOR_TRACE = AUTHOR + "; --debug shows where it failed";

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("plugins"));
  }

  @Test
  void findsPluginsInFolder() throws IOException, NoSuchAlgorithmException {
    Path jar =
        PluginJars.offering("com.acme.BlurPlugin", "acme", "blur")
            .manifest("Implementation-Version", "2.1.3")
            .write(folder.resolve("blur.jar"));
    Files.writeString(folder.resolve(".hidden"), "left alone");

    try (LoadedPlugins loaded = new PluginLoader().load(folder)) {
      PluginCatalog catalog = loaded.catalogOrThrow();

      InstalledPlugin plugin = catalog.plugins().get(0);
      assertThat(plugin)
          .isEqualTo(
              new InstalledPlugin(
                  "acme",
                  "com.acme.BlurPlugin",
                  jar,
                  plugin.sha256(),
                  Optional.of("2.1.3"),
                  SpiVersion.CURRENT));
      assertThat(plugin.sha256()).contains(sha256(jar));
      InstalledFactory<?> blur = catalog.transformations().get("blur");
      assertThat(blur.id()).isEqualTo("acme:blur");
      assertThat(blur.description()).isEqualTo("Blurs");
      assertThat(blur.plugin()).isEqualTo(plugin);
    }
  }

  @Test
  void findsPluginsOnClassPath() throws IOException {
    Path classes = Files.createDirectory(temporary.resolve("classes"));
    PluginJars.offering("com.acme.ClassesPlugin", "acme", "blur").classes(classes);
    Path jar =
        PluginJars.offering("com.acme.JarPlugin", "acme", "sharpen")
            .write(folder.resolve("sharpen.jar"));

    try (URLClassLoader classPath = classPath(classes, jar);
        LoadedPlugins loaded = new PluginLoader(classPath).load()) {
      assertThat(loaded.problems()).isEmpty();
      assertThat(loaded.catalog().plugins())
          .extracting(InstalledPlugin::location)
          .containsExactly(classes, jar);
      assertThat(loaded.catalog().plugins().get(0).sha256()).isEmpty();
      assertThat(loaded.catalog().transformations().factories())
          .containsOnlyKeys("acme:blur", "acme:sharpen");
    }
  }

  @Test
  void countsJarOnClassPathAndInFolderOnce() throws IOException {
    Path jar =
        PluginJars.offering("com.acme.BlurPlugin", "acme", "blur")
            .write(folder.resolve("blur.jar"));

    try (URLClassLoader classPath = classPath(jar);
        LoadedPlugins loaded = new PluginLoader(classPath).load(folder)) {
      assertThat(loaded.catalogOrThrow().plugins()).hasSize(1);
    }
  }

  @Test
  void refusesOtherSpiVersionsBeforeLoadingClasses() {
    // Its class cannot be linked, as would be usual for another major.
    Path other =
        PluginJars.jar()
            .source("com.acme.Removed", "", "")
            .source(
                "com.acme.OtherPlugin",
                "extends Removed implements EquivarPlugin",
                PluginJars.transformationBody("acme", "other"))
            .service("com.acme.OtherPlugin")
            .without("com.acme.Removed")
            .manifest(SpiVersion.MANIFEST_ATTRIBUTE, "2.0")
            .write(folder.resolve("a-major.jar"));
    Path older = stating("0.9", "b-older.jar");
    Path newer = stating("1.1", "c-minor.jar");
    Path wrong = stating("latest", "d-wrong.jar");
    Path missing =
        PluginJars.offering("com.acme.E", "acme", "e")
            .withoutManifest(SpiVersion.MANIFEST_ATTRIBUTE)
            .write(folder.resolve("e-missing.jar"));

    assertThat(problems())
        .containsExactly(
            other
                + " must be built for SPI 1.0 or an earlier 1.x, got SPI 2.0. Install an older"
                + " version of the plugin, or an SDK with SPI 2.0",
            older
                + " must be built for SPI 1.0 or an earlier 1.x, got SPI 0.9. Install a newer"
                + " version of the plugin",
            newer
                + " must be built for SPI 1.0 or an earlier 1.x, got SPI 1.1. Install an older"
                + " version of the plugin, or an SDK with SPI 1.1",
            wrong
                + " must state in its manifest for which SPI it was built, as major.minor, got"
                + " Equivar-Spi-Version: latest. Write Equivar-Spi-Version: 1.0 where the jar is"
                + " built",
            missing
                + " must state in its manifest for which SPI it was built, got no"
                + " Equivar-Spi-Version. Add Equivar-Spi-Version: 1.0 to its manifest where the jar"
                + " is built");
  }

  @Test
  void refusesAllThatShareAnId() {
    Path first =
        PluginJars.offering("com.acme.First", "acme", "blur").write(folder.resolve("a.jar"));
    Path second =
        PluginJars.offering("com.acme.Second", "acme", "blur").write(folder.resolve("b.jar"));
    PluginJars.offering("com.acme.Third", "acme", "sharpen").write(folder.resolve("c.jar"));

    try (LoadedPlugins loaded = new PluginLoader().load(folder)) {
      String message =
          "transformation acme:blur must be offered by one plugin, got plugin com.acme.First in "
              + first
              + " and plugin com.acme.Second in "
              + second
              + ". Remove one of them";
      assertThat(loaded.problems()).extracting(Problem::toString).containsExactly(message);
      assertThat(loaded.catalog().transformations().factories()).containsOnlyKeys("acme:sharpen");
      assertThat(loaded.catalog().plugins())
          .extracting(InstalledPlugin::className)
          .containsExactly("com.acme.Third");
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(loaded::catalogOrThrow)
          .withMessage(message);
    }
  }

  @Test
  void refusesClassInSeveralJars() throws IOException {
    Path older =
        PluginJars.offering("com.acme.Blur", "acme", "blur").write(folder.resolve("blur-1.jar"));
    Path newer =
        PluginJars.offering("com.acme.Blur", "acme", "blur").write(folder.resolve("blur-2.jar"));
    String message =
        "plugin class com.acme.Blur must be in one jar, got "
            + older
            + " and "
            + newer
            + ". Remove one of them";

    assertThat(problems()).containsExactly(message);
    try (URLClassLoader classPath = classPath(older);
        LoadedPlugins loaded = new PluginLoader(classPath).load(folder)) {
      assertThat(loaded.problems()).extracting(Problem::toString).containsExactly(message);
    }
  }

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

  @Test
  void refusesWhatIsNoPluginJar() throws IOException {
    Path library =
        PluginJars.jar().source("com.acme.Util", "", "").write(folder.resolve("a-library.jar"));
    Path empty = PluginJars.jar().service("# none yet").write(folder.resolve("b-empty.jar"));
    Path text = Files.writeString(folder.resolve("c-text.jar"), "not a jar");
    Path inner = Files.createDirectory(folder.resolve("d-folder"));

    String none =
        " must name a plugin in META-INF/services/io.equivar.api.plugin.EquivarPlugin, got none."
            + " Remove it if it is no plugin; libraries that a plugin needs belong into its jar";
    List<String> problems = problems();
    assertThat(problems)
        .hasSize(4)
        .contains(
            library + none,
            empty + none,
            inner
                + " must be a plugin's jar, got a folder. Put the jars themselves into the plugins"
                + " folder");
    assertThat(problems)
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith(
                        text
                            + " must be a plugin's jar that can be read, got"
                            + " java.util.zip.ZipException: ")
                    .endsWith(
                        ". Build or download it again, or remove it from the plugins folder"));
  }

  @Test
  void refusesMissingFolder() {
    Path missing = temporary.resolve("missing");

    try (LoadedPlugins loaded = new PluginLoader().load(missing)) {
      assertThat(loaded.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "the plugins folder must be a folder of plugin jars, got "
                  + missing
                  + ". Name an existing folder, or none");
    }
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return String.format("%064x", new BigInteger(1, digest));
  }

  private Path stating(String version, String fileName) {
    return PluginJars.offering("com.acme.P" + fileName.charAt(0), "acme", "p")
        .manifest(SpiVersion.MANIFEST_ATTRIBUTE, version)
        .write(folder.resolve(fileName));
  }

  private List<String> problems() {
    try (LoadedPlugins loaded = new PluginLoader().load(folder)) {
      assertThat(loaded.catalog().plugins()).isEmpty();
      return loaded.problems().stream().map(Problem::toString).toList();
    }
  }

  private static URLClassLoader classPath(Path... locations) throws IOException {
    URL[] urls = new URL[locations.length];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = locations[i].toUri().toURL();
    }
    return new URLClassLoader(urls, PluginLoaderTest.class.getClassLoader());
  }
}
