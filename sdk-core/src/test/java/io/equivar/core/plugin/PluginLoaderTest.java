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
  void refusesAJarThatLoadsOthers() throws IOException {
    Path jar =
        PluginJars.offering("com.acme.BlurPlugin", "acme", "blur")
            .manifest("Class-Path", "../elsewhere.jar")
            .write(folder.resolve("blur.jar"));

    assertThat(problems())
        .containsExactly(
            jar
                + " must not load other jars, got Class-Path: ../elsewhere.jar in its manifest. Build"
                + " it without; libraries that a plugin needs belong into its jar");
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
