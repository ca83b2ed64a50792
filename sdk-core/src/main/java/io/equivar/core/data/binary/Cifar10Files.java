package io.equivar.core.data.binary;

import io.equivar.api.graph.ImageShape;
import io.equivar.core.config.Cifar10Data;
import io.equivar.core.data.DataSplits;
import java.util.List;
import java.util.Optional;

/** CIFAR-10: rows of a label and 32 x 32 pixels. */
final class Cifar10Files {

  private static final int CLASSES = 10;
  private static final RecordLayout LAYOUT =
      new RecordLayout(1, ImageShape.square(32), PlaneOrder.ROWS);
  private static final Archive ARCHIVE =
      new Archive(
          "data.cifar10.path",
          "cifar-10-binary.tar.gz",
          "cifar-10-batches-bin",
          "https://www.cs.toronto.edu/~kriz/cifar.html");

  private Cifar10Files() {}

  static DataSplits open(Cifar10Data data, int segmentBytes) {
    BinaryFolder folder = new BinaryFolder(ARCHIVE, data.path(), segmentBytes);
    List<LabelledRecords> training = batches(folder, "data_batch_");
    List<LabelledRecords> test = batches(folder, "test_batch");
    List<String> classNames = folder.classNames("batches.meta.txt", CLASSES);
    folder.check();
    BinaryImages trainingImages = new BinaryImages(LAYOUT.shape(), training, classNames);
    return new DataSplits(
        trainingImages,
        Optional.of(trainingImages),
        Optional.of(new BinaryImages(LAYOUT.shape(), test, classNames)));
  }

  private static List<LabelledRecords> batches(BinaryFolder folder, String prefix) {
    List<String> names = folder.names(prefix);
    if (names.isEmpty()) {
      folder.missing("at least one file " + prefix + "*.bin");
    }
    return names.stream()
        .map(name -> folder.labelled(name, LAYOUT, CLASSES))
        .flatMap(Optional::stream)
        .toList();
  }
}
