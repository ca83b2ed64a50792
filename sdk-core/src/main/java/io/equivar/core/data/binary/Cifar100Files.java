package io.equivar.core.data.binary;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.config.Cifar100Data;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import java.util.List;
import java.util.Optional;

/** CIFAR-100: rows of a coarse label, a fine label and 32 x 32 pixels. */
final class Cifar100Files {

  private static final int CLASSES = 100;
  private static final RecordLayout LAYOUT =
      new RecordLayout(2, ImageShape.square(32), PlaneOrder.ROWS);
  private static final Archive ARCHIVE =
      new Archive(
          "data.cifar100.path",
          "cifar-100-binary.tar.gz",
          "cifar-100-binary",
          "https://www.cs.toronto.edu/~kriz/cifar.html");

  private Cifar100Files() {}

  static DataSplits open(Cifar100Data data, int segmentBytes) {
    BinaryFolder folder = new BinaryFolder(ARCHIVE, data.path(), segmentBytes);
    List<LabelledRecords> training = file(folder, "train.bin");
    List<LabelledRecords> test = file(folder, "test.bin");
    List<String> classNames = folder.classNames("fine_label_names.txt", CLASSES);
    folder.check();
    ImageSet trainingImages = new BinaryImages(LAYOUT.shape(), training, classNames);
    return new DataSplits(
        trainingImages,
        Optional.of(trainingImages),
        Optional.of(new BinaryImages(LAYOUT.shape(), test, classNames)));
  }

  private static List<LabelledRecords> file(BinaryFolder folder, String name) {
    if (!folder.has(name)) {
      folder.missing(name);
      return List.of();
    }
    return folder.labelled(name, LAYOUT, CLASSES).stream().toList();
  }
}
