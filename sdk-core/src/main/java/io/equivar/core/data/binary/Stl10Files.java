package io.equivar.core.data.binary;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.config.Stl10Data;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** STL-10: 96 x 96 pixels, column after column; labels, from 1 on, in files of their own. */
final class Stl10Files {

  private static final int CLASSES = 10;
  private static final String UNLABELLED = "unlabeled_X.bin";
  private static final RecordLayout LAYOUT =
      new RecordLayout(0, ImageShape.square(96), PlaneOrder.COLUMNS);
  private static final Archive ARCHIVE =
      new Archive(
          "data.stl10.path",
          "stl10_binary.tar.gz",
          "stl10_binary",
          "https://cs.stanford.edu/~acoates/stl10/");

  private Stl10Files() {}

  static DataSplits open(Stl10Data data, int segmentBytes) {
    BinaryFolder folder = new BinaryFolder(ARCHIVE, data.path(), segmentBytes);
    if (!folder.has(UNLABELLED) && !folder.has("train_X.bin") && !folder.has("train_y.bin")) {
      folder.missing(UNLABELLED + " or train_X.bin");
    }
    List<LabelledRecords> unlabelled =
        folder.has(UNLABELLED)
            ? folder.unlabelled(UNLABELLED, LAYOUT).stream().toList()
            : List.of();
    List<LabelledRecords> labelled = labelled(folder, "train");
    List<LabelledRecords> test = labelled(folder, "test");
    List<String> classNames = folder.classNames("class_names.txt", CLASSES);
    folder.check();
    List<LabelledRecords> training = Stream.concat(unlabelled.stream(), labelled.stream()).toList();
    // Opened on its own, to be closed on its own.
    List<LabelledRecords> labelledOnly = labelled(folder, "train");
    folder.check();
    return new DataSplits(
        new BinaryImages(LAYOUT.shape(), training, classNames),
        images(labelledOnly, classNames),
        images(test, classNames));
  }

  private static List<LabelledRecords> labelled(BinaryFolder folder, String part) {
    String images = part + "_X.bin";
    String labels = part + "_y.bin";
    return folder.has(images) || folder.has(labels)
        ? folder.labelled(images, labels, LAYOUT, CLASSES).stream().toList()
        : List.of();
  }

  private static Optional<ImageSet> images(List<LabelledRecords> parts, List<String> classNames) {
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new BinaryImages(LAYOUT.shape(), parts, classNames));
  }
}
