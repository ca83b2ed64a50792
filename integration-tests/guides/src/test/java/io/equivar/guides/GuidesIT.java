package io.equivar.guides;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.api.SpiVersion;
import io.equivar.api.plugin.EquivarPlugin;
import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.CacheFolder;
import io.equivar.core.run.TrainedEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Follows the guides word by word, in empty folders: the archetype makes a project of each kind, it
 * is built and held to the kit, and trains; then its jar is handed to Equivar.
 */
class GuidesIT {

  private static final String SERVICE = "META-INF/services/" + EquivarPlugin.class.getName();

  @TempDir private Path folder;

  @BeforeAll
  static void clear() throws IOException {
    Path work = Path.of(System.getProperty("guides.work"));
    if (Files.exists(work)) {
      try (Stream<Path> old = Files.walk(work)) {
        for (Path file : old.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "transformation, fade, Fade, 15",
    "pixel-transformation, blot, Blot, 11",
    "base-model, uniformity, Uniformity, 13",
    "objective, difference, Difference, 15"
  })
  void makesAPluginThatPassesTheKitAndTrains(
      String session, String project, String className, int rules)
      throws IOException, InterruptedException {
    Path made = GuideCommands.of(session).run().resolve(project);

    assertThat(sources(made))
        .containsExactlyInAnyOrder(
            "pom.xml",
            "README.md",
            "run.yaml",
            "src/main/java/com/example/" + className + ".java",
            "src/main/java/com/example/" + className + "Config.java",
            "src/main/java/com/example/" + className + "Plugin.java",
            "src/main/java/com/example/package-info.java",
            "src/main/resources/" + SERVICE,
            "src/test/java/com/example/" + className + "KitTest.java");
    assertThat(testsRun(made.resolve("target/surefire-reports"))).isEqualTo(rules);
    Path jar = made.resolve("target/" + project + "-0.1.0-SNAPSHOT.jar");
    requireJar(jar, className);
    assertThat(trainedSteps(made.resolve("runs"))).isEqualTo(20);
    requireToTrainInstalled(jar, made.resolve("run.yaml"), "example:" + project);
  }

  private static List<String> sources(Path made) throws IOException {
    try (Stream<Path> files = Files.walk(made)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> made.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.startsWith("target/") && !file.startsWith("runs/"))
          .toList();
    }
  }

  /** Returns how many tests ran; that none failed is what the build's success says. */
  private static int testsRun(Path reports) throws IOException {
    try (Stream<Path> files = Files.list(reports)) {
      Path report =
          files.filter(file -> file.toString().endsWith("KitTest.txt")).findFirst().orElseThrow();
      return Pattern.compile("Tests run: (\\d+), Failures: 0, Errors: 0, Skipped: 0")
          .matcher(Files.readString(report))
          .results()
          .map((MatchResult result) -> Integer.parseInt(result.group(1)))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void requireJar(Path jar, String className) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.getManifest().getMainAttributes().getValue(SpiVersion.MANIFEST_ATTRIBUTE))
          .isEqualTo(SpiVersion.CURRENT.toString());
      byte[] service = file.getInputStream(file.getEntry(SERVICE)).readAllBytes();
      assertThat(new String(service, StandardCharsets.UTF_8).strip())
          .isEqualTo("com.example." + className + "Plugin");
    }
  }

  private static int trainedSteps(Path runs) throws IOException {
    try (Stream<Path> folders = Files.list(runs)) {
      JsonNode summary =
          new ObjectMapper()
              .readTree(folders.findFirst().orElseThrow().resolve("summary.json").toFile());
      return summary.get("training").get("steps").intValue();
    }
  }

  /** Installs the jar as the guide to publishing says, and trains with it. */
  private void requireToTrainInstalled(Path jar, Path configuration, String id)
      throws IOException, InterruptedException {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Files.copy(jar, plugins.resolve(jar.getFileName()));
    try (Equivar equivar = Equivar.open(Optional.of(plugins), new CacheFolder(folder))) {
      RunConfig config = equivar.configurations().read(configuration, List.of("training.epochs=1"));
      assertThat(equivar.configurations().write(config)).contains(id);
      try (TrainedEncoder encoder = equivar.train(config)) {
        assertThat(encoder.width()).isEqualTo(64);
      }
    }
  }
}
