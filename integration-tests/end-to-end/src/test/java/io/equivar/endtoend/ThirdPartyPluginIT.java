package io.equivar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.equivar.harness.Configurations;
import io.equivar.harness.PluginJar;
import io.equivar.harness.ProgramRun;
import io.equivar.harness.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that was compiled elsewhere is dropped into a folder and used. */
class ThirdPartyPluginIT {

  private static final String CLASS = "com.example.tint.TintPlugin";

  @TempDir private static Path folder;

  private static Path plugins;
  private static Path jar;
  private static Path configuration;

  @BeforeAll
  static void install() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    jar =
        PluginJar.current()
            .source(CLASS, source())
            .write(plugins.resolve("tint.jar"), folder.resolve("classes"));
    configuration =
        Configurations.write(
            folder,
            Configurations.small()
                .replace("pipeline:\n", "pipeline:\n  - tint: {least: 0.2}\n    share: pair\n"));
  }

  @Test
  void is_listed_with_its_origin_and_settings() throws IOException, NoSuchAlgorithmException {
    ProgramRun run = ProgramRun.succeeding("plugins", "--plugins", plugins, "--json");
    JsonNode listing = new ObjectMapper().readTree(run.out());
    JsonNode tint =
        StreamSupport.stream(listing.get("plugins").spliterator(), false)
            .filter(plugin -> plugin.get("plugin").textValue().equals(CLASS))
            .findFirst()
            .orElseThrow();

    assertThat(tint.get("namespace").textValue()).isEqualTo("example");
    assertThat(tint.get("location").textValue()).isEqualTo(jar.toString());
    assertThat(tint.get("version").textValue()).isEqualTo("2.5.1");
    assertThat(tint.get("spiVersion").textValue()).isEqualTo("1.0");
    assertThat(tint.get("sha256").textValue()).isEqualTo(sha256(jar));
    assertThat(tint.get("offers"))
        .singleElement()
        .satisfies(
            offer -> {
              assertThat(offer.get("kind").textValue()).isEqualTo("transformation");
              assertThat(offer.get("id").textValue()).isEqualTo("example:tint");
              assertThat(offer.get("settings"))
                  .extracting(setting -> setting.get("key").textValue())
                  .containsExactly("least", "most");
              assertThat(offer.get("settings").get(0).get("range").textValue()).isEqualTo("[0, 1]");
              assertThat(offer.get("settings").get(1).get("defaultsTo").textValue())
                  .isEqualTo("0.6");
            });
  }

  @Test
  void is_listed_for_people_beside_what_is_built_in() {
    assertThat(ProgramRun.succeeding("plugins", "--plugins", plugins).out())
        .contains("example  " + CLASS)
        .contains("version 2.5.1, SPI 1.0, " + jar)
        .contains("example:tint (transformation)")
        .contains("least: number in [0, 1], default 0.1")
        .contains("equivar:simclr (base method)");
  }

  @Test
  void changes_the_views_of_a_preview_by_what_it_drew() throws IOException {
    // Four pairs, two images each, two views each, drawn larger than they are.
    assertThat(redPixelsOfPreview("{least: 1, most: 1}")).isGreaterThan(16 * 64 * 64);
    assertThat(redPixelsOfPreview("{least: 0, most: 0}")).isLessThan(64 * 64);
  }

  @Test
  void trains() throws IOException, NoSuchAlgorithmException {
    Path out = folder.resolve("run");

    ProgramRun.succeeding(
        "train",
        configuration,
        "--plugins",
        plugins,
        "--out",
        out,
        "--no-evaluation",
        "--set",
        "training.epochs=1",
        "--set",
        "training.batch-size=32");

    RunRecord run = new RunRecord(out);
    assertThat(run.losses()).singleElement().matches(loss -> Double.isFinite(loss));
    assertThat(run.json("summary.json").get("training").get("steps").intValue()).isEqualTo(2);
    for (JsonNode recorded :
        List.of(run.json("summary.json").get("plugins"), run.json("plugins.json"))) {
      assertThat(recorded)
          .filteredOn(plugin -> plugin.get("file").textValue().equals("tint.jar"))
          .singleElement()
          .satisfies(plugin -> assertThat(plugin.get("sha256").textValue()).isEqualTo(sha256(jar)));
    }
  }

  @Test
  void has_its_settings_checked() {
    ProgramRun run =
        ProgramRun.of(
            "train", configuration, "--plugins", plugins, "--set", "pipeline[0].tint.least=0.9");

    assertThat(run).isEqualTo(Refusal.of("pipeline[0].tint.least must not exceed most, got 0.9"));
  }

  @Test
  void is_missed_where_its_folder_is_not_named() {
    ProgramRun run = ProgramRun.of("train", configuration);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith("equivar: pipeline[0] must name an installed transformation, got tint. ");
  }

  private static long redPixelsOfPreview(String settings) throws IOException {
    Path sheet = folder.resolve("views.png");
    ProgramRun run =
        ProgramRun.succeeding(
            "--plugins",
            plugins,
            "preview",
            configuration,
            "--out",
            sheet,
            "--set",
            "pipeline=[{tint: " + settings + "}]");
    assertThat(run.out().lines())
        .containsExactly(
            "All steps run on the device. An image is fed once, as 768 bytes.",
            "The views are in " + sheet);
    BufferedImage image = ImageIO.read(sheet.toFile());
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(pixel -> (pixel & 0xFFFFFF) == 0xFF0000).count();
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static String source() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(
            ThirdPartyPluginIT.class.getResourceAsStream("TintPlugin.java.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
