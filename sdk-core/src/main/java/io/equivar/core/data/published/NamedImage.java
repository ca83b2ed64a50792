package io.equivar.core.data.published;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

/**
 * A listed image whose class is known by name.
 *
 * @param name its path within the data set
 * @param className the name
 * @param part what it is for
 */
record NamedImage(String name, String className, Part part) {

  /**
   * Numbers the classes in the order of their names.
   *
   * @param known classes that there are in any case; is added to
   */
  static Listing listing(List<NamedImage> images, SortedSet<String> known) {
    images.forEach(image -> known.add(image.className()));
    List<String> classNames = List.copyOf(known);
    return listing(images, classNames);
  }

  /** Numbers the classes in a given order, which must name them all. */
  static Listing listing(List<NamedImage> images, List<String> classNames) {
    Map<String, Integer> labels = new HashMap<>();
    classNames.forEach(name -> labels.put(name, labels.size()));
    return new Listing(
        classNames,
        images.stream()
            .map(
                image ->
                    new ListedImage(
                        image.name(),
                        Objects.requireNonNull(labels.get(image.className())),
                        image.part()))
            .toList());
  }
}
