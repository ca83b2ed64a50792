package io.equivar.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Where a page leads, and where in it others can lead.
 *
 * @param destinations of links and pictures, in their order
 * @param anchors of the headings, as forges make them
 */
record MarkdownPage(List<String> destinations, List<String> anchors) {

  /** Reads a page. */
  static MarkdownPage read(Path file) throws IOException {
    Collector collector = new Collector();
    Parser.builder().build().parse(Files.readString(file)).accept(collector);
    return new MarkdownPage(collector.destinations, collector.anchors);
  }

  private static final class Collector extends AbstractVisitor {

    private final List<String> destinations = new ArrayList<>();
    private final List<String> anchors = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final StringBuilder heading = new StringBuilder();

    @Override
    public void visit(Link link) {
      destinations.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      destinations.add(image.getDestination());
      visitChildren(image);
    }

    @Override
    public void visit(Text text) {
      heading.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      heading.append(code.getLiteral());
    }

    /** Lower case, without punctuation, a hyphen for every space, numbered where repeated. */
    @Override
    public void visit(Heading node) {
      heading.setLength(0);
      visitChildren(node);
      String anchor =
          heading
              .toString()
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-');
      int before = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
  }
}
