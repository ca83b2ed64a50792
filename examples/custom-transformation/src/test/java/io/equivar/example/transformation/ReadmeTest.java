package io.equivar.example.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Path SOURCE =
      Path.of("src/main/java/io/equivar/example/transformation/ColorTemperaturePlugin.java");
  private static final Path README = Path.of("../../README.md");

  @Test
  void theReadmeShowsThisPlugin() throws IOException {
    String source = Files.readString(SOURCE);
    String code = source.substring(source.indexOf("/** Offers")).strip();

    assertThat(Files.readString(README)).contains("```java\n" + code + "\n```");
  }
}
