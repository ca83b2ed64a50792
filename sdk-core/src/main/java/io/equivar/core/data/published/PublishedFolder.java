package io.equivar.core.data.published;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.core.data.catalog.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the files of a data set and collects what is wrong with them. The folder that a user names
 * may be the one that an archive unpacks to, or the one around it.
 */
final class PublishedFolder {

  private static final int MOST_NAMED = 3;

  private final Dataset dataset;
  private final List<Path> roots;
  private final List<Problem> problems = new ArrayList<>();

  PublishedFolder(Dataset dataset, Path given) {
    this.dataset = dataset;
    Path inner = given.resolve(dataset.folder());
    this.roots =
        !dataset.folder().isEmpty() && Files.isDirectory(inner)
            ? List.of(inner, given)
            : List.of(given);
  }

  /** Returns what is known of the data set. */
  Dataset dataset() {
    return dataset;
  }

  /** Returns the folder that names of images are relative to. */
  Path root() {
    return roots.get(0);
  }

  /** Returns the first of some names that is there. */
  Optional<String> first(String... names) {
    return Stream.of(names).filter(name -> Files.exists(root().resolve(name))).findFirst();
  }

  /**
   * Reads the lines of a file that are not empty.
   *
   * @param names where the file may be
   * @return none, and a problem noted, if there is no such file, or it cannot be read
   */
  List<String> lines(String... names) {
    Optional<Path> file = file(names);
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      List<String> lines =
          Files.readAllLines(file.get()).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      if (lines.isEmpty()) {
        damaged(names[0], "must have lines", "an empty file");
      }
      return lines;
    } catch (IOException e) {
      damaged(names[0], "must be a text in UTF-8 that can be read", e.toString());
      return List.of();
    }
  }

  /**
   * Reads a MATLAB file.
   *
   * @param names where the file may be
   * @return empty, and a problem noted, if there is no such file, or it is damaged
   */
  Optional<MatlabFile> matlab(String... names) {
    return file(names)
        .flatMap(
            file -> {
              try {
                return Optional.of(MatlabFile.read(file));
              } catch (IOException e) {
                damaged(names[0], "must be a MATLAB file, whole", e);
                return Optional.empty();
              }
            });
  }

  private Optional<Path> file(String... names) {
    for (Path root : roots) {
      for (String name : names) {
        if (Files.isRegularFile(root.resolve(name))) {
          return Optional.of(root.resolve(name));
        }
      }
    }
    missing(names[0]);
    return Optional.empty();
  }

  /** Notes that something is not there. */
  void missing(String what) {
    problems.add(
        new Problem(
            dataset.key(),
            "must contain " + what,
            root().toString(),
            "Unpack " + dataset.fileNames() + " from " + dataset.page()));
  }

  /** Notes that a file is not as it was published. */
  void damaged(String name, String rule, String got) {
    problems.add(
        new Problem(
            dataset.key() + "/" + name,
            rule,
            got,
            "Replace it by the file from " + dataset.page()));
  }

  /** Notes that a file is not as it was published. */
  void damaged(String name, String rule, IOException got) {
    damaged(name, rule, String.valueOf(got.getMessage()));
  }

  /** Notes that a line of a file is not as it should be. */
  void wrongLine(String name, String rule, String line) {
    damaged(name, "must have lines " + rule, "the line '" + line + "'");
  }

  /**
   * Finds the images of a listing.
   *
   * @return the files in the order of the listing; those that are not there are noted
   */
  List<FoundImage> find(Listing listing) {
    List<FoundImage> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (ListedImage image : listing.images()) {
      Optional<FoundImage> file = FoundImage.of(root(), image);
      file.ifPresentOrElse(found::add, () -> missing.add(image.name()));
    }
    if (!missing.isEmpty()) {
      String named =
          String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size())))
              + (missing.size() > MOST_NAMED ? ", ..." : "");
      problems.add(
          new Problem(
              dataset.key(),
              "must contain every image that its lists name",
              String.format(
                  Locale.ROOT,
                  "%,d of %,d are not in %s: %s",
                  missing.size(),
                  listing.images().size(),
                  root(),
                  named),
              "Unpack " + dataset.fileNames() + " again"));
    }
    return found;
  }

  /** Returns what is wrong. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Ends the reading.
   *
   * @throws ConfigurationException with all problems, if there are any
   */
  void check() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }
}
