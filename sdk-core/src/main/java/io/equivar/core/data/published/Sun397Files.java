package io.equivar.core.data.published;

import java.util.ArrayList;
import java.util.List;

/**
 * SUN397 (Xiao et al. 2010): {@code Training_01.txt} and {@code Testing_01.txt} of the first of ten
 * splits name {@code /a/abbey/FILE} in the folder {@code SUN397}; {@code ClassName.txt} names the
 * classes: {@code /a/abbey}.
 *
 * @param split in [1, 10]
 */
record Sun397Files(int split) implements DatasetReader {

  @Override
  public Listing read(PublishedFolder folder) {
    String images = folder.first("SUN397").isPresent() ? "SUN397" : "";
    List<String> classes = lines(folder, "ClassName.txt");
    List<NamedImage> listed = new ArrayList<>();
    for (Part part : List.of(Part.TRAINING, Part.TEST)) {
      String file = listFile(part);
      for (String line : lines(folder, file)) {
        int slash = line.lastIndexOf('/');
        String className = line.substring(0, Math.max(0, slash));
        if (!line.startsWith("/") || !(classes.isEmpty() || classes.contains(className))) {
          folder.wrongLine(file, "of the form CLASS/FILE, a class of ClassName.txt", line);
          break;
        }
        if (!classes.isEmpty()) {
          String name = (images + line).replaceFirst("^/", "");
          listed.add(new NamedImage(name, className, part));
        }
      }
    }
    Listing listing = NamedImage.listing(listed, classes);
    return new Listing(
        classes.stream().map(name -> name.replaceFirst("^/./", "")).toList(), listing.images());
  }

  @Override
  public String source() {
    return listFile(Part.TRAINING);
  }

  /** Returns the name of the file that lists a part. */
  private String listFile(Part part) {
    return String.format(part == Part.TRAINING ? "Training_%02d.txt" : "Testing_%02d.txt", split);
  }

  private static List<String> lines(PublishedFolder folder, String file) {
    return folder.lines(file, "Partitions/" + file, "SUN397/" + file);
  }
}
