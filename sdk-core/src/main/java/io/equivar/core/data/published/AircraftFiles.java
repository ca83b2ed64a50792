package io.equivar.core.data.published;

import java.util.ArrayList;
import java.util.List;

/**
 * FGVC Aircraft (Maji et al. 2013) with its 100 variants: lines of {@code
 * data/images_variant_train.txt}, {@code _val.txt} and {@code _test.txt} have the form {@code
 * 1025794 707-320}; the image is {@code data/images/1025794.jpg}. The line of text at the foot of
 * every image stays, as in the paper's evaluation.
 */
record AircraftFiles() implements DatasetReader {

  @Override
  public Listing read(PublishedFolder folder) {
    String prefix =
        folder.first("data", "variants.txt").orElse("data").equals("data") ? "data/" : "";
    List<String> classNames = folder.lines(prefix + "variants.txt");
    List<NamedImage> images = new ArrayList<>();
    for (Part part : Part.values()) {
      String name =
          switch (part) {
            case TRAINING -> "train";
            case VALIDATION -> "val";
            case TEST -> "test";
          };
      String file = prefix + "images_variant_" + name + ".txt";
      for (String line : folder.lines(file)) {
        int space = line.indexOf(' ');
        String variant = line.substring(space + 1).strip();
        if (space < 1 || !(classNames.isEmpty() || classNames.contains(variant))) {
          folder.wrongLine(file, "of the form NUMBER VARIANT, a variant of variants.txt", line);
          break;
        }
        if (!classNames.isEmpty()) {
          images.add(
              new NamedImage(
                  prefix + "images/" + line.substring(0, space) + ".jpg", variant, part));
        }
      }
    }
    return NamedImage.listing(images, classNames);
  }
}
