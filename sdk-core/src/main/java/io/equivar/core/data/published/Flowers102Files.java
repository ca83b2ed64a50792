package io.equivar.core.data.published;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Oxford Flowers-102 (Nilsback and Zisserman 2008): {@code imagelabels.mat} holds the class of
 * every image, from 1; {@code setid.mat} the numbers of the images of each part, from 1; the image
 * is {@code jpg/image_00001.jpg}. The classes have no names but their numbers.
 */
record Flowers102Files() implements DatasetReader {

  private static final String LABELS = "imagelabels.mat";
  private static final String PARTS = "setid.mat";

  @Override
  public Listing read(PublishedFolder folder) {
    Optional<MatlabFile> labelsFile = folder.matlab(LABELS);
    Optional<MatlabFile> partsFile = folder.matlab(PARTS);
    if (labelsFile.isEmpty() || partsFile.isEmpty()) {
      return new Listing(List.of(), List.of());
    }
    int[] labels = labels(folder, labelsFile.get());
    if (labels.length == 0) {
      return new Listing(List.of(), List.of());
    }
    List<ListedImage> images = new ArrayList<>();
    for (Part part : Part.values()) {
      String variable =
          switch (part) {
            case TRAINING -> "trnid";
            case VALIDATION -> "valid";
            case TEST -> "tstid";
          };
      try {
        for (int number : partsFile.get().integers(variable)) {
          if (number < 1 || number > labels.length) {
            folder.damaged(
                PARTS,
                "must hold numbers of images in [1, " + labels.length + "] as '" + variable + "'",
                String.valueOf(number));
            break;
          }
          images.add(
              new ListedImage(
                  String.format("jpg/image_%05d.jpg", number), labels[number - 1] - 1, part));
        }
      } catch (IOException e) {
        folder.damaged(PARTS, "must hold numbers of images as '" + variable + "'", e);
      }
    }
    int classes = Arrays.stream(labels).max().orElseThrow();
    return new Listing(
        IntStream.rangeClosed(1, classes).mapToObj(Integer::toString).toList(), images);
  }

  /** Returns the class of every image, from 1; none, and says why, if the file is damaged. */
  private static int[] labels(PublishedFolder folder, MatlabFile file) {
    int[] labels;
    try {
      labels = file.integers("labels");
    } catch (IOException e) {
      folder.damaged(LABELS, "must hold the classes of all images as 'labels'", e);
      return new int[0];
    }
    // More classes than images there cannot be; names for billions of them would fill the memory.
    OptionalInt wrong =
        Arrays.stream(labels).filter(label -> label < 1 || label > labels.length).findFirst();
    if (labels.length > 0 && wrong.isEmpty()) {
      return labels;
    }
    folder.damaged(
        LABELS,
        "must hold classes from 1, at most as many as images",
        wrong.isPresent() ? Integer.toString(wrong.getAsInt()) : "none");
    return new int[0];
  }
}
