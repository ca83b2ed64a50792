package io.equivar.core.data.published;

import io.equivar.core.data.ValidationDraw;
import io.equivar.core.random.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Caltech-101 (Fei-Fei, Fergus and Perona 2004): a folder for each class in {@code
 * 101_ObjectCategories}. It has no official split: 30 images of each class are drawn for training,
 * 5 of them for validation, and all others are for testing. The background class is left aside.
 *
 * @param seed of the draw
 */
record Caltech101Files(long seed) implements DatasetReader {

  private static final String FOLDER = "101_ObjectCategories";
  private static final String BACKGROUND = "background_google";
  private static final int TRAINING = 30;
  private static final int VALIDATION = 5;

  @Override
  public Listing read(PublishedFolder folder) {
    boolean named = folder.root().endsWith(FOLDER);
    Optional<String> inner = named ? Optional.of("") : folder.first(FOLDER);
    if (inner.isEmpty()) {
      folder.missing(FOLDER);
      return new Listing(List.of(), List.of());
    }
    Path classes = folder.root().resolve(inner.get());
    String prefix = named ? "" : FOLDER + "/";
    List<String> names = new ArrayList<>();
    List<ListedImage> images = new ArrayList<>();
    try {
      for (String name : children(classes, true)) {
        if (name.toLowerCase(Locale.ROOT).equals(BACKGROUND)) {
          continue;
        }
        List<String> files = children(classes.resolve(name), false);
        if (files.size() <= TRAINING) {
          folder.damaged(
              prefix + name,
              "must hold more than " + TRAINING + " images, of which " + TRAINING + " are drawn",
              String.valueOf(files.size()));
        }
        List<String> drawn = ValidationDraw.shuffled(files, Seeds.derive(seed, name));
        for (int i = 0; i < drawn.size(); i++) {
          Part part = i < VALIDATION ? Part.VALIDATION : i < TRAINING ? Part.TRAINING : Part.TEST;
          images.add(new ListedImage(prefix + name + "/" + drawn.get(i), names.size(), part));
        }
        names.add(name);
      }
    } catch (IOException e) {
      folder.damaged(FOLDER, "must be a folder that can be read", e.toString());
    }
    if (names.isEmpty()) {
      folder.missing(FOLDER + " with a folder for each class");
    }
    return new Listing(names, images);
  }

  /** Returns the names in a folder, in their order; of images only those that are called so. */
  private static List<String> children(Path folder, boolean folders) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> folders == Files.isDirectory(child))
          .map(child -> child.getFileName().toString())
          .filter(name -> folders ? !name.startsWith(".") : name.matches("(?i)image_\\d+\\.jpe?g"))
          .sorted()
          .toList();
    }
  }
}
