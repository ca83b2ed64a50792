package io.equivar.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages link to is there, and every page can be reached. */
class LinksTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

  @TempDir private Path folder;

  @Test
  void everyLinkAndPictureIsThere() throws IOException {
    List<Path> pages = pages();
    assertThat(pages).hasSizeGreaterThan(10);

    List<String> broken = new ArrayList<>();
    for (Path page : pages) {
      problems(page).forEach(problem -> broken.add(ROOT.relativize(page) + ": " + problem));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theMapLeadsToEveryPage() throws IOException {
    Path docs = ROOT.resolve("docs");
    Path map = docs.resolve("README.md");
    Set<Path> reached = new HashSet<>(Set.of(map));
    reached.addAll(linked(List.of(map, docs.resolve("decisions/README.md"))));

    assertThat(reached).containsAll(markdown(docs));
  }

  @Test
  void everyPictureIsShown() throws IOException {
    try (Stream<Path> pictures = Files.list(ROOT.resolve("docs/images"))) {
      assertThat(linked(pages())).containsAll(pictures.toList());
    }
  }

  @Test
  void findsWhatIsBroken() throws IOException {
    Files.writeString(
        folder.resolve("other.md"), "# Some `code`, and: more!\n\n## Twice\n\n## Twice\n");
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        """
        # A page

        [ok](other.md) [ok](other.md#some-code-and-more) [ok](#a-page) [ok](other.md#twice-1) [ok](.)
        [elsewhere](https://example.org/none) `[code](none.md)`
        ![no picture](none.svg) [no page](none.md#a) [no heading](other.md#none) [two
        lines](gone.md)

        ```text
        [fenced](none.md)
        ```
        """);

    assertThat(problems(page))
        .containsExactly(
            "none.svg is not there",
            "none.md#a is not there",
            "other.md#none: the page has no such heading",
            "gone.md is not there");
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(markdown(ROOT.resolve("docs")));
    pages.add(ROOT.resolve("README.md"));
    return pages;
  }

  private static List<Path> markdown(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static Set<Path> linked(List<Path> pages) throws IOException {
    Set<Path> linked = new HashSet<>();
    for (Path page : pages) {
      for (String destination : relative(page)) {
        linked.add(file(page, destination));
      }
    }
    return linked;
  }

  private static List<String> problems(Path page) throws IOException {
    List<String> problems = new ArrayList<>();
    for (String destination : relative(page)) {
      Path file = file(page, destination);
      int hash = destination.indexOf('#');
      if (!Files.exists(file)) {
        problems.add(destination + " is not there");
      } else if (hash >= 0
          && !MarkdownPage.read(file).anchors().contains(destination.substring(hash + 1))) {
        problems.add(destination + ": the page has no such heading");
      }
    }
    return problems;
  }

  private static List<String> relative(Path page) throws IOException {
    return MarkdownPage.read(page).destinations().stream()
        .filter(destination -> !ELSEWHERE.matcher(destination).matches())
        .toList();
  }

  private static Path file(Path page, String destination) {
    String path = destination.replaceFirst("#.*", "");
    return path.isEmpty() ? page : page.resolveSibling(path).normalize();
  }
}
