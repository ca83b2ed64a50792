package io.equivar.core.data.published;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Food-101 (Bossard, Guillaumin and Van Gool 2014): {@code meta/train.txt} and {@code
 * meta/test.txt} name {@code CLASS/NUMBER}, which is {@code images/CLASS/NUMBER.jpg}.
 */
record Food101Files() implements DatasetReader {

  @Override
  public Listing read(PublishedFolder folder) {
    List<NamedImage> images = new ArrayList<>();
    for (Part part : List.of(Part.TRAINING, Part.TEST)) {
      String file = part == Part.TRAINING ? "meta/train.txt" : "meta/test.txt";
      for (String line : folder.lines(file)) {
        String[] names = line.split("/");
        if (names.length != 2) {
          folder.wrongLine(file, "of the form CLASS/NUMBER", line);
          break;
        }
        images.add(new NamedImage("images/" + line + ".jpg", names[0], part));
      }
    }
    return NamedImage.listing(images, new TreeSet<>());
  }
}
