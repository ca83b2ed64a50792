package io.equivar.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A page of the documentation.
 *
 * @param file its Markdown
 */
record Page(Path file) {

  /** The checkout. */
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** Returns the README and all pages of the documentation. */
  static List<Page> all() {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              files.filter(file -> file.toString().endsWith(".md")).sorted())
          .map(Page::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the fenced blocks. */
  List<Snippet> snippets() {
    List<Snippet> snippets = new ArrayList<>();
    parse()
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                int line = block.getSourceSpans().get(0).getLineIndex() + 1;
                snippets.add(
                    new Snippet(Page.this, line, block.getInfo(), note(block), block.getLiteral()));
              }
            });
    return snippets;
  }

  private Node parse() {
    try {
      return Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build()
          .parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> note(FencedCodeBlock block) {
    return block.getPrevious() instanceof HtmlBlock html
        ? Optional.of(html.getLiteral().replaceFirst("^<!--", "").replaceFirst("-->$", "").strip())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }
}
