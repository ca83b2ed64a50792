package io.equivar.core.detect.voc;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A folder in the layout of PASCAL VOC: {@code ImageSets/Main/SET.txt} names images, {@code
 * Annotations/NAME.xml} says what is on them, {@code JPEGImages/NAME.jpg} (or {@code .jpeg}, {@code
 * .png}) are they. It may be named itself, or the folder around {@code VOCdevkit/VOC2007}.
 */
public final class VocFolder {

  private static final String KEY = "--data";
  private static final int MOST_NAMED = 3;
  private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png");

  private final Path root;

  private VocFolder(Path root) {
    this.root = root;
  }

  /**
   * Opens a folder.
   *
   * @throws ConfigurationException if it has no {@code ImageSets/Main}
   */
  public static VocFolder open(Path given) {
    return Stream.of("", "VOCdevkit/VOC2007", "VOC2007")
        .map(given::resolve)
        .filter(folder -> Files.isDirectory(folder.resolve("ImageSets/Main")))
        .findFirst()
        .map(VocFolder::new)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    new Problem(
                        KEY,
                        "must be a folder in the layout of PASCAL VOC, with ImageSets/Main,"
                            + " Annotations and JPEGImages",
                        given.toString(),
                        "'equivar data shapes' makes one to try")));
  }

  /** Returns the folder. */
  public Path root() {
    return root;
  }

  /**
   * Reads the images of a set.
   *
   * @param set such as {@code trainval} or {@code test}
   * @throws ConfigurationException if there is no such set, an image or annotation is missing, or
   *     an annotation is damaged
   */
  public List<AnnotatedImage> read(String set) {
    List<String> names = names(set);
    List<AnnotatedImage> images = new ArrayList<>();
    List<String> noImage = new ArrayList<>();
    List<String> noAnnotation = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    for (String name : names) {
      Optional<String> image = image(name);
      String annotation = "Annotations/" + name + ".xml";
      if (image.isEmpty()) {
        noImage.add("JPEGImages/" + name + ".jpg");
      } else if (!Files.isRegularFile(root.resolve(annotation))) {
        noAnnotation.add(annotation);
      } else {
        try {
          images.add(new AnnotatedImage(image.get(), Annotation.read(root.resolve(annotation))));
        } catch (IOException e) {
          damaged.add(annotation + " " + e.getMessage());
        }
      }
    }
    Function<List<String>, String> shown = wrong -> shown(wrong, names.size());
    List<Problem> problems = new ArrayList<>();
    if (!noImage.isEmpty()) {
      problems.add(
          new Problem(KEY, "must hold every image of " + set + ".txt", shown.apply(noImage), ""));
    }
    if (!noAnnotation.isEmpty()) {
      problems.add(
          new Problem(
              KEY,
              "must hold an annotation of every image of " + set + ".txt",
              shown.apply(noAnnotation),
              ""));
    }
    if (!damaged.isEmpty()) {
      problems.add(
          new Problem(KEY, "must hold annotations as VOC has them", shown.apply(damaged), ""));
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return images;
  }

  private String shown(List<String> wrong, int all) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d in %s wrong or missing: %s%s",
        wrong.size(),
        all,
        root,
        String.join(", ", wrong.subList(0, Math.min(MOST_NAMED, wrong.size()))),
        wrong.size() > MOST_NAMED ? ", ..." : "");
  }

  private Optional<String> image(String name) {
    return ENDINGS.stream()
        .map(ending -> "JPEGImages/" + name + ending)
        .filter(file -> Files.isRegularFile(root.resolve(file)))
        .findFirst();
  }

  private List<String> names(String set) {
    Path file = root.resolve("ImageSets/Main").resolve(set + ".txt");
    try {
      List<String> names =
          Files.readAllLines(file).stream()
              // Lists of a single class carry a mark after the name.
              .map(line -> line.strip().split("\\s+")[0])
              .filter(name -> !name.isEmpty())
              .toList();
      for (String name : names) {
        if (!name.matches("[A-Za-z0-9_.-]+") || name.startsWith(".")) {
          throw refused(file, "must have lines that are names of images", name);
        }
      }
      if (names.isEmpty()) {
        throw refused(file, "must name images", "an empty file");
      }
      return names;
    } catch (IOException e) {
      throw refused(file, "must be a list of images that can be read", e.toString());
    }
  }

  private ConfigurationException refused(Path file, String rule, String got) {
    return new ConfigurationException(
        new Problem(KEY + " " + root.relativize(file), rule, got, setsThere()));
  }

  private String setsThere() {
    try (Stream<Path> files = Files.list(root.resolve("ImageSets/Main"))) {
      List<String> sets =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("(train|val|trainval|test)\\.txt"))
              .sorted()
              .toList();
      return sets.isEmpty() ? "" : "There are " + String.join(", ", sets);
    } catch (IOException e) {
      return "";
    }
  }
}
