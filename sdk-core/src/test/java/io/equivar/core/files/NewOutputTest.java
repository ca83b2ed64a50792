package io.equivar.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewOutputTest {

  @TempDir private Path folder;

  @Test
  void aFileIsReplacedOnlyWhenAllowedAndWhole() throws InterruptedException {
    Path file = folder.resolve("new/file.bin");
    new NewOutput(file, false).file(out -> out.write('a'));
    assertThat(file).hasContent("a");

    assertThatThrownBy(() -> new NewOutput(file, false).file(out -> out.write('b')))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "--out must not exist yet, got "
                + file
                + ". Name another one, or allow it with --overwrite");
    assertThatThrownBy(
            () ->
                new NewOutput(file, true)
                    .file(
                        out -> {
                          out.write('b');
                          throw new IOException("the disk is full");
                        }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write " + file)
        .hasRootCauseMessage("the disk is full");
    assertThat(file).hasContent("a");

    new NewOutput(file, true).file(out -> out.write('b'));
    assertThat(file).hasContent("b");
    assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
    assertThat(file.getParent().toFile().list()).containsExactly("file.bin");
  }

  @Test
  void aFolderIsReplacedOnlyIfItIsAModel() throws IOException, InterruptedException {
    Path model = folder.resolve("model");
    new NewOutput(model, false)
        .folder(path -> Files.writeString(path.resolve("saved_model.pb"), "a"));
    assertThatThrownBy(() -> new NewOutput(model, false).folder(path -> {}))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("--out must not exist yet");
    assertThatThrownBy(
            () ->
                new NewOutput(model, true)
                    .folder(
                        path -> {
                          throw new IOException("the disk is full");
                        }))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(model.resolve("saved_model.pb")).hasContent("a");

    new NewOutput(model, true)
        .folder(path -> Files.writeString(path.resolve("saved_model.pb"), "b"));
    assertThat(model.resolve("saved_model.pb")).hasContent("b");
    assertThat(folder.toFile().list()).containsExactly("model");

    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(home.resolve("precious"), "kept");
    assertThatThrownBy(() -> new NewOutput(home, true).folder(path -> {}))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("--out must be a SavedModel, to be replaced, got " + home);
    assertThatThrownBy(() -> new NewOutput(home, true).file(out -> {}))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("--out must be a file, to be replaced, got " + home);
    assertThat(home.resolve("precious")).hasContent("kept");
  }
}
