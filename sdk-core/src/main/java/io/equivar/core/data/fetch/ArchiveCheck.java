package io.equivar.core.data.fetch;

import io.equivar.core.data.catalog.Checksum;
import io.equivar.core.data.catalog.DatasetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is in an archive, compared with what its authors published.
 *
 * @param images number of image files
 * @param lines what was found right, for people
 * @param problems what is wrong, for people
 */
public record ArchiveCheck(int images, List<String> lines, List<String> problems) {

  /** Copies the lists. */
  public ArchiveCheck {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /**
   * Reads all of a file.
   *
   * @throws IOException if it cannot be read; damage is a problem, not an exception
   */
  public static ArchiveCheck of(DatasetFile file, Path path) throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Optional<Checksum> wrong = DatasetFetch.wrongChecksum(file, path);
    if (wrong.isPresent()) {
      problems.add("the checksum is " + wrong.get() + ", not " + file.checksum().orElseThrow());
    } else {
      lines.add(
          file.checksum()
              .map(known -> "checksum right: " + known)
              .orElse("no checksum is known for certain"));
    }
    int images = 0;
    if (file.isArchive()) {
      Set<String> missing = new LinkedHashSet<>(file.members());
      int[] count = {0};
      try {
        ArchiveEntries.visit(
            path,
            (name, kind, content) -> {
              String plain = name.startsWith("./") ? name.substring(2) : name;
              missing.remove(plain);
              boolean hidden = plain.contains("/._") || plain.startsWith("._");
              if (kind == ArchiveEntries.Kind.FILE && !hidden && isImage(plain)) {
                count[0]++;
              }
            });
        missing.forEach(name -> problems.add("there is no " + name + " in it"));
        compare(file, count[0], lines, problems);
      } catch (FetchException e) {
        problems.add(e.getMessage());
      }
      images = count[0];
    }
    return new ArchiveCheck(images, lines, problems);
  }

  private static void compare(
      DatasetFile file, int images, List<String> lines, List<String> problems) {
    if (file.images().isPresent() && images != file.images().getAsInt()) {
      problems.add(
          String.format(
              Locale.ROOT, "it holds %,d images, not %,d", images, file.images().getAsInt()));
    } else if (images > 0) {
      lines.add(String.format(Locale.ROOT, "%,d images", images));
    }
  }

  private static boolean isImage(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".jpg") || lower.endsWith(".jpeg") || lower.endsWith(".png");
  }
}
