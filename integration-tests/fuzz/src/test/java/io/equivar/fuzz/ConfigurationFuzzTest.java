package io.equivar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.equivar.api.config.ConfigurationException;
import io.equivar.core.application.Equivar;
import io.equivar.core.config.RunConfig;
import io.equivar.core.config.RunConfigYaml;
import io.equivar.core.data.CacheFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Configurations and overrides: refused, or read, written and read as the same. */
class ConfigurationFuzzTest {

  private static final String SMALL =
      """
      data: {generated: {train: 4}}
      pipeline: [{horizontal-flip: {}, probability: 0.5}, normalize]
      backbone: {resnet-18: {}}
      base: simclr
      objective: stl
      """;

  private static Equivar equivar;
  private static RunConfigYaml configurations;

  @BeforeAll
  static void open() {
    equivar = Equivar.open(Optional.empty(), new CacheFolder(Path.of("unused")));
    configurations = equivar.configurations();
  }

  @AfterAll
  static void close() {
    equivar.close();
  }

  @FuzzTest(maxDuration = "150s")
  void configuration(byte[] data) {
    read(new String(data, StandardCharsets.UTF_8), List.of());
  }

  @FuzzTest(maxDuration = "45s")
  void override(byte[] data) {
    read(SMALL, List.of(new String(data, StandardCharsets.UTF_8)));
  }

  private static void read(String text, List<String> overrides) {
    RunConfig config;
    try {
      config = configurations.parse(text, "run.yaml", overrides);
    } catch (ConfigurationException e) {
      assertThat(e.problems()).isNotEmpty();
      return;
    }
    String written = configurations.write(config);
    assertThat(configurations.parse(written, "again.yaml", List.of())).isEqualTo(config);
  }
}
