package io.equivar.core.data.published;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Describable Textures (Cimpoi et al. 2014): {@code labels/train1.txt}, {@code val1.txt} and {@code
 * test1.txt} of the first of ten splits name {@code CLASS/FILE} in the folder {@code images}.
 *
 * @param split in [1, 10]
 */
record DtdFiles(int split) implements DatasetReader {

  @Override
  public Listing read(PublishedFolder folder) {
    List<NamedImage> images = new ArrayList<>();
    for (Part part : Part.values()) {
      String prefix =
          switch (part) {
            case TRAINING -> "train";
            case VALIDATION -> "val";
            case TEST -> "test";
          };
      String file = "labels/" + prefix + split + ".txt";
      for (String line : folder.lines(file)) {
        int slash = line.indexOf('/');
        if (slash < 1) {
          folder.wrongLine(file, "of the form CLASS/FILE", line);
          break;
        }
        images.add(new NamedImage("images/" + line, line.substring(0, slash), part));
      }
    }
    return NamedImage.listing(images, new TreeSet<>());
  }
}
