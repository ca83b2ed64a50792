package io.equivar.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void replacesWhatWasThere() throws IOException {
    Path file = folder.resolve("a.txt");
    WholeFile.write(file, "one");
    WholeFile.write(file, "zwölf");

    assertThat(file).hasContent("zwölf");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void leavesWhatWasThereIfItFails() throws IOException {
    Path file = Files.createDirectories(folder.resolve("a"));
    Files.writeString(file.resolve("inside"), "precious");

    assertThatThrownBy(() -> WholeFile.write(file, "text")).isInstanceOf(IOException.class);

    assertThat(file.resolve("inside")).hasContent("precious");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }
}
