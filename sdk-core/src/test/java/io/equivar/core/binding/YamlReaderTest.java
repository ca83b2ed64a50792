package io.equivar.core.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {

  @Test
  void readsTheCoreSchema() {
    assertThat(YamlReader.parse("[true, no, 1, 1.5, 1e-3, 3000000000, null, text]", "test"))
        .isEqualTo(
            new Node.Sequence(
                List.of(
                    new Node.Scalar(true),
                    new Node.Scalar("no"),
                    new Node.Scalar(1),
                    new Node.Scalar(1.5),
                    new Node.Scalar(0.001),
                    new Node.Scalar(3_000_000_000L),
                    new Node.Null(),
                    new Node.Scalar("text"))));
  }

  @Test
  void namesLineAndColumnOfSyntaxErrors() {
    assertRefused(
        "seed: 1\ndata: [1, 2\npipeline: x: y\n",
        "run.yaml:3:9 is not valid YAML: expected ',' or ']', but got :");
  }

  @Test
  void refusesDuplicateKeys() {
    assertRefused("seed: 1\nseed: 2\n", "run.yaml:2:1 is not valid YAML: found duplicate key seed");
  }

  @Test
  void refusesTags() {
    assertRefused(
        "seed: !!java.io.File [x]",
        "run.yaml:1:7 is not valid YAML: could not determine a constructor for the tag"
            + " tag:yaml.org,2002:java.io.File");
  }

  @Test
  void refusesSecondDocuments() {
    assertRefused(
        "a: 1\n---\nb: 2\n", "run.yaml:2:1 is not valid YAML: but found another document");
  }

  @Test
  void refusesCollectionsThatContainThemselves() {
    assertRefused("a: &x [*x]", "run.yaml has a collection that contains itself");
  }

  @Test
  void refusesManyReferences() {
    String references = "*x, ".repeat(60);
    assertRefused(
        "a: &x [1]\nb: [" + references + "]",
        "run.yaml is not valid YAML: Number of aliases for non-scalar nodes exceeds the specified"
            + " max=50");
  }

  @Test
  void refusesReferencesThatStandForMoreThanCanBeGoneThrough() {
    assertThat(((Node.Mapping) YamlReader.parse(doubled(13), "test")).entries()).hasSize(14);
    assertRefused(doubled(24), "run.yaml stands for more than 100,000 values");
  }

  /** Lists of which each is the one before it twice. */
  private static String doubled(int times) {
    StringBuilder text = new StringBuilder("a0: &a0 [1, 2]\n");
    for (int i = 1; i <= times; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }
    return text.toString();
  }

  @Test
  void refusesKeysThatAreCollections() {
    assertRefused("? [1, 2]\n: 3", "run.yaml has a collection as a key");
    assertRefused("a: {{b: 1}: 3}", "run.yaml has a collection as a key");
  }

  @Test
  void refusesNestingThatTheParserBears() {
    assertThat(YamlReader.parse("[".repeat(50) + "]".repeat(50), "test")).isNotNull();
    assertRefused("[".repeat(51) + "]".repeat(51), "run.yaml is nested too deeply");
  }

  @Test
  void refusesDeepNesting() {
    assertThatThrownBy(() -> YamlReader.parse("[".repeat(200_000), "run.yaml"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("run.yaml is nested too deeply");
  }

  @Test
  void refusesNumbersThatTakeLongToRead() {
    assertRefused("a: " + "9".repeat(1000), "run.yaml has a number of 1,000 digits or more");
    assertRefused("a: 0x" + "f".repeat(1000), "run.yaml has a number of 1,000 digits or more");
    assertThat(YamlReader.parse("a: " + "9".repeat(999), "test")).isNotNull();
  }

  @Test
  void refusesLongText() {
    assertThatThrownBy(() -> YamlReader.parse("[" + "1, ".repeat(400_000) + "]", "run.yaml"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("run.yaml is not valid YAML: The incoming YAML document exceeds");
  }

  @Test
  void refusesFilesThatCannotBeRead(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertThatThrownBy(() -> YamlReader.read(missing))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(missing + " does not exist");
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {'a', ':', (byte) 0xE9});
    assertThatThrownBy(() -> YamlReader.read(binary)).hasMessage(binary + " must be text in UTF-8");
    assertThatThrownBy(() -> YamlReader.read(folder))
        .hasMessageStartingWith(folder + " cannot be read");
  }

  @Test
  void readsAnEmptyFileAndAByteOrderMark(@TempDir Path folder) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.yaml"), "# nothing\n");
    assertThat(YamlReader.read(empty)).isEqualTo(Node.Mapping.EMPTY);
    Path marked = Files.writeString(folder.resolve("marked.yaml"), "\uFEFFa: 1\n");
    assertThat(YamlReader.read(marked)).isEqualTo(Node.Mapping.of("a", new Node.Scalar(1)));
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> YamlReader.parse(text, "run.yaml"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }
}
