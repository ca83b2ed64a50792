package io.equivar.core.data.published;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * MIT Indoor-67 (Quattoni and Torralba 2009): {@code TrainImages.txt} and {@code TestImages.txt}
 * name {@code CLASS/FILE} in the folder {@code Images}.
 */
record Mit67Files() implements DatasetReader {

  @Override
  public Listing read(PublishedFolder folder) {
    List<NamedImage> images = new ArrayList<>();
    for (Part part : List.of(Part.TRAINING, Part.TEST)) {
      String file = part == Part.TRAINING ? "TrainImages.txt" : "TestImages.txt";
      for (String line : folder.lines(file)) {
        int slash = line.indexOf('/');
        if (slash < 1) {
          folder.wrongLine(file, "of the form CLASS/FILE", line);
          break;
        }
        images.add(new NamedImage("Images/" + line, line.substring(0, slash), part));
      }
    }
    return NamedImage.listing(images, new TreeSet<>());
  }
}
