package io.equivar.core.data.published;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Oxford-IIIT Pets (Parkhi et al. 2012): lines of {@code annotations/trainval.txt} and {@code
 * test.txt} have the form {@code Breed_12 CLASS SPECIES BREED}, with classes from 1; the image is
 * {@code images/Breed_12.jpg}.
 */
record PetsFiles() implements DatasetReader {

  private static final Pattern LINE = Pattern.compile("((.+)_\\d+) (\\d{1,4}) \\d+ \\d+");

  @Override
  public Listing read(PublishedFolder folder) {
    List<ListedImage> images = new ArrayList<>();
    TreeMap<Integer, String> names = new TreeMap<>();
    for (Part part : List.of(Part.TRAINING, Part.TEST)) {
      String file = part == Part.TRAINING ? "annotations/trainval.txt" : "annotations/test.txt";
      for (String line : folder.lines(file)) {
        if (line.startsWith("#")) {
          continue;
        }
        Matcher form = LINE.matcher(line);
        if (!form.matches() || form.group(3).equals("0")) {
          folder.wrongLine(file, "of the form NAME CLASS SPECIES BREED", line);
          break;
        }
        int label = Integer.parseInt(form.group(3)) - 1;
        names.putIfAbsent(label, form.group(2));
        images.add(new ListedImage("images/" + form.group(1) + ".jpg", label, part));
      }
    }
    if (!names.isEmpty() && names.lastKey() != names.size() - 1) {
      folder.damaged(
          "annotations/trainval.txt",
          "must have images of every class",
          names.size() + " of " + (names.lastKey() + 1) + " classes");
    }
    return new Listing(List.copyOf(names.values()), images);
  }
}
