package io.equivar.guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.equivar.core.application.Equivar;
import io.equivar.core.binding.Node;
import io.equivar.core.binding.YamlReader;
import io.equivar.core.binding.YamlWriter;
import io.equivar.core.config.RunConfig;
import io.equivar.core.data.CacheFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Code on a page is the code of a file that is compiled and tested. A comment before the block says
 * which: {@code <!-- source: examples/... -->}. A block is a run of that file's lines; {@code ...}
 * on a line of its own leaves some out. A configuration that no file holds is noted as {@code <!--
 * configuration: -->}, a part of one as {@code <!-- configuration: FILE -->}, whose keys it
 * replaces. All are read with the plugins of the distribution and the examples.
 */
class SnippetsTest {

  private static final Set<String> HELD = Set.of("java", "yaml", "xml");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everySnippetIsThatOfItsSource() {
    List<Snippet> held = snippets().filter(snippet -> HELD.contains(snippet.language())).toList();
    assertThat(held).hasSizeGreaterThan(10);
    return held.stream()
        .map(
            snippet ->
                DynamicTest.dynamicTest(
                    snippet.toString(),
                    () -> {
                      if (snippet.noted("configuration").isEmpty()) {
                        requireSource(snippet);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyConfigurationIsRead() {
    List<Configuration> configurations =
        snippets().flatMap(snippet -> Configuration.of(snippet).stream()).distinct().toList();
    assertThat(configurations).hasSizeGreaterThan(4);
    return configurations.stream()
        .map(
            configuration ->
                DynamicTest.dynamicTest(
                    configuration.label(), () -> requireReadable(configuration)));
  }

  private static Stream<Snippet> snippets() {
    return Page.all().stream().flatMap(page -> page.snippets().stream());
  }

  private static void requireSource(Snippet snippet) {
    assertThat(snippet.noted("source"))
        .as("the comment before the block, <!-- source: FILE -->")
        .isPresent();
    String source = read(snippet.noted("source").orElseThrow()).indent(0).stripTrailing();
    int from = 0;
    for (String part : snippet.text().split("(?m)^ *(// )?\\.\\.\\.\n")) {
      String lines = part.replaceFirst("^\\n+", "").stripTrailing();
      Optional<Integer> end = endOf(source, lines, from);
      assertThat(end).as("%n%s%nin %s", lines, snippet.noted("source").orElseThrow()).isPresent();
      from = end.orElseThrow();
    }
  }

  /** Returns where {@code lines} end in the source, indented by any number of spaces. */
  private static Optional<Integer> endOf(String source, String lines, int from) {
    for (int spaces = 0; spaces <= 12; spaces += 2) {
      String indented = lines.indent(spaces).replaceAll("(?m)^ +$", "").stripTrailing();
      int start = ("\n" + source + "\n").indexOf("\n" + indented + "\n", from);
      if (start >= 0) {
        return Optional.of(start + indented.length());
      }
    }
    return Optional.empty();
  }

  private void requireReadable(Configuration configuration) {
    List<String> overrides =
        configuration.text().contains("folder:")
            ? List.of("data.folder.path=" + folder)
            : List.of();
    try (Equivar equivar = Equivar.open(Optional.empty(), new CacheFolder(folder))) {
      RunConfig config =
          equivar.configurations().parse(configuration.text(), configuration.label(), overrides);
      assertThat(config.pipeline()).isNotEmpty();
    }
  }

  /**
   * The configuration of a run.
   *
   * @param label where it is
   * @param text in YAML
   */
  private record Configuration(String label, String text) {

    /** Returns the one that a block is, or shows a part of. */
    static Optional<Configuration> of(Snippet snippet) {
      Optional<String> rest = snippet.noted("configuration");
      if (rest.isPresent()) {
        String text =
            rest.get().isEmpty() ? snippet.text() : replaced(read(rest.get()), snippet.text());
        return Optional.of(new Configuration(snippet.toString(), text));
      }
      return snippet
          .noted("source")
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> new Configuration(file, read(file)));
    }
  }

  /** Returns a configuration with the keys of a part in place of its own. */
  private static String replaced(String whole, String part) {
    Node.Mapping merged = (Node.Mapping) YamlReader.parse(whole, "the rest");
    Node.Mapping changes = (Node.Mapping) YamlReader.parse(part, "the block");
    for (Map.Entry<String, Node> change : changes.entries().entrySet()) {
      merged = merged.with(change.getKey(), change.getValue());
    }
    return YamlWriter.write(merged);
  }

  private static String read(String file) {
    try {
      return Files.readString(Page.ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
