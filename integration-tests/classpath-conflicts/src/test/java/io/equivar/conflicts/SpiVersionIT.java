package io.equivar.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.api.SpiVersion;
import io.equivar.harness.PluginJar;
import io.equivar.harness.ProgramRun;
import io.equivar.harness.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plugin runs with the major version of the SPI it was built for, and its minor or a newer. */
class SpiVersionIT {

  private static final int MAJOR = SpiVersion.CURRENT.major();
  private static final int MINOR = SpiVersion.CURRENT.minor();

  @TempDir private Path folder;
  private Installation installation;

  @BeforeEach
  void prepare() throws IOException {
    installation = Installation.in(folder);
  }

  @Test
  void an_older_major_is_refused() {
    assertThat(refused(new SpiVersion(MAJOR - 1, 9)))
        .endsWith("Install a newer version of the plugin");
  }

  @Test
  void a_newer_minor_is_refused() {
    SpiVersion newer = new SpiVersion(MAJOR, MINOR + 1);

    assertThat(refused(newer))
        .endsWith("Install an older version of the plugin, or an SDK with SPI " + newer);
  }

  @Test
  void a_newer_major_is_refused() {
    SpiVersion newer = new SpiVersion(MAJOR + 1, 0);

    assertThat(refused(newer))
        .endsWith("Install an older version of the plugin, or an SDK with SPI " + newer);
  }

  @ParameterizedTest
  @CsvSource({"1", "1.0.0", "newest", "-1.0"})
  void another_form_is_refused(String stated) {
    Path jar = install(stated);

    assertThat(installation.train())
        .isEqualTo(
            Refusal.of(
                jar
                    + " must state in its manifest for which SPI it was built, as major.minor, got"
                    + " Equivar-Spi-Version: "
                    + stated
                    + ". Write Equivar-Spi-Version: "
                    + SpiVersion.CURRENT
                    + " where the jar is built"));
  }

  @Test
  void the_doctor_says_it_too() {
    Path jar = install((MAJOR + 1) + ".0");

    ProgramRun doctor = ProgramRun.of("doctor", "--plugins", installation.plugins());

    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out())
        .containsPattern("FAILED +Plugin +\\Q" + jar + " must be built for SPI\\E");
  }

  private String refused(SpiVersion version) {
    Path jar = install(version.toString());
    ProgramRun run = installation.train();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith(
            "equivar: "
                + jar
                + " must be built for SPI "
                + SpiVersion.CURRENT
                + " or an earlier "
                + MAJOR
                + ".x, got SPI "
                + version
                + ". ");
    return run.errors().get(0);
  }

  private Path install(String version) {
    return installation.install(
        PluginJar.builtFor(version),
        "blur.jar",
        "com.example.Blur",
        Installation.offering("acme", "blur"));
  }
}
