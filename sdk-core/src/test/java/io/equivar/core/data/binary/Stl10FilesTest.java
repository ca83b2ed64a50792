package io.equivar.core.data.binary;

import static io.equivar.core.data.binary.Records.STL_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.config.Stl10Data;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Stl10FilesTest {

  private static final String SOURCE =
      " by the file in stl10_binary.tar.gz from https://cs.stanford.edu/~acoates/stl10/";

  @TempDir Path folder;

  @Test
  void readsColumnsOfPlanesAsRows() {
    int row = 5;
    int column = 90;
    Records records = new Records();
    for (int channel = 0; channel < 3; channel++) {
      records.dotted(STL_BYTES, 9216 * channel + 96 * column + row, 200 + channel);
    }
    records.write(folder.resolve("unlabeled_X.bin"));

    try (DataSplits splits = open()) {
      assertThat(splits.training().shape()).isEqualTo(new ImageShape(96, 96));
      for (int channel = 0; channel < 3; channel++) {
        byte[] expected = new byte[STL_BYTES];
        expected[3 * (96 * row + column) + channel] = (byte) (200 + channel);
        assertThat(pixels(splits.training(), channel)).isEqualTo(expected);
      }
    }
  }

  @Test
  void trainsOnUnlabelledImagesAndThenOnThoseWithLabels() throws IOException {
    images("unlabeled_X.bin", 11, 12, 13);
    images("train_X.bin", 21, 22);
    new Records().with(10, 1).write(folder.resolve("train_y.bin"));
    images("test_X.bin", 31);
    new Records().with(5).write(folder.resolve("test_y.bin"));
    List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    Files.write(folder.resolve("class_names.txt"), names);

    // A segment holds one image.
    try (DataSplits splits = Stl10Files.open(new Stl10Data(folder), STL_BYTES + 1)) {
      assertImages(splits.training(), new int[] {11, 12, 13, 21, 22}, -1, -1, -1, 9, 0);
      assertImages(splits.labelledTraining().orElseThrow(), new int[] {21, 22}, 9, 0);
      assertImages(splits.test().orElseThrow(), new int[] {31}, 4);
      assertThat(splits.training().classNames()).isEqualTo(names);
      assertThat(splits.test().orElseThrow().classNames()).isEqualTo(names);
    }
  }

  @Test
  void doesWithoutUnlabelledAndTestImages() {
    images("train_X.bin", 21, 22);
    new Records().with(3, 4).write(folder.resolve("train_y.bin"));

    try (DataSplits splits = open()) {
      assertImages(splits.training(), new int[] {21, 22}, 2, 3);
      assertImages(splits.labelledTraining().orElseThrow(), new int[] {21, 22}, 2, 3);
      assertThat(splits.test()).isEmpty();
      assertThat(splits.training().classNames()).isEmpty();
    }
  }

  @Test
  void doesWithoutLabelledImages() {
    images("unlabeled_X.bin", 11);

    try (DataSplits splits = open()) {
      assertImages(splits.training(), new int[] {11}, ImageSet.NO_LABEL);
      assertThat(splits.labelledTraining()).isEmpty();
    }
  }

  @Test
  void closesTheLabelledPartOnItsOwn() {
    images("train_X.bin", 21);
    new Records().with(3).write(folder.resolve("train_y.bin"));

    try (DataSplits splits = open()) {
      ImageSet labelled = splits.labelledTraining().orElseThrow();
      labelled.close();

      assertThatThrownBy(() -> pixels(labelled, 0)).hasMessage("the image set is closed");
      assertThat(pixels(splits.training(), 0)).containsOnly(21);
    }
  }

  @Test
  void needsSomethingToTrainOn() {
    images("test_X.bin", 31);
    new Records().with(5).write(folder.resolve("test_y.bin"));

    assertRefused(
        "data.stl10.path must contain unlabeled_X.bin or train_X.bin, got FOLDER. Unpack"
            + " stl10_binary.tar.gz from https://cs.stanford.edu/~acoates/stl10/");
  }

  @Test
  void needsImagesAndTheirLabelsTogether() {
    images("train_X.bin", 21);
    new Records().with(5).write(folder.resolve("test_y.bin"));

    assertRefused(
        "data.stl10.path must contain train_y.bin beside train_X.bin, got FOLDER. Unpack"
            + " stl10_binary.tar.gz from https://cs.stanford.edu/~acoates/stl10/",
        "data.stl10.path must contain test_X.bin beside test_y.bin, got FOLDER. Unpack"
            + " stl10_binary.tar.gz from https://cs.stanford.edu/~acoates/stl10/");
  }

  @Test
  void saysAllThatIsWrongAtOnce() throws IOException {
    new Records().plain(STL_BYTES - 1, 0).write(folder.resolve("unlabeled_X.bin"));
    images("train_X.bin", 21, 22);
    new Records().with(3).write(folder.resolve("train_y.bin"));
    images("test_X.bin", 31, 32);
    new Records().with(10, 0).write(folder.resolve("test_y.bin"));
    Files.writeString(folder.resolve("class_names.txt"), "");

    assertRefused(
        "data.stl10.path/unlabeled_X.bin must have a length that is a multiple of 27,648 bytes,"
            + " got 27,647. Replace FOLDER/unlabeled_X.bin"
            + SOURCE,
        "data.stl10.path/train_y.bin must have a length of 2 bytes, one for each image in"
            + " train_X.bin, got 1. Replace FOLDER/train_y.bin"
            + SOURCE,
        "data.stl10.path/test_y.bin must have labels in [1, 10], got 0 in row 1, counted from 0."
            + " Replace FOLDER/test_y.bin"
            + SOURCE,
        "data.stl10.path/class_names.txt must name 10 classes, one in a line, got 0."
            + " Replace FOLDER/class_names.txt"
            + SOURCE);
  }

  @Test
  void refusesLabelsAboveTheLast() {
    images("train_X.bin", 21);
    new Records().with(11).write(folder.resolve("train_y.bin"));

    assertRefused(
        "data.stl10.path/train_y.bin must have labels in [1, 10], got 11 in row 0, counted from 0."
            + " Replace FOLDER/train_y.bin"
            + SOURCE);
  }

  private void assertRefused(String... messages) {
    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(String.join("\n", messages).replace("FOLDER", folder.toString()));
  }

  private DataSplits open() {
    return BinaryData.open(new Stl10Data(folder));
  }

  private void images(String name, int... values) {
    Records records = new Records();
    for (int value : values) {
      records.plain(STL_BYTES, value);
    }
    records.write(folder.resolve(name));
  }

  private static void assertImages(ImageSet images, int[] values, int... labels) {
    assertThat(images.size()).isEqualTo(values.length);
    for (int i = 0; i < values.length; i++) {
      assertThat(images.label(i)).isEqualTo(labels[i]);
      assertThat(pixels(images, i)).containsOnly(values[i]);
    }
  }

  private static byte[] pixels(ImageSet images, int index) {
    byte[] pixels = new byte[STL_BYTES];
    images.read(index, pixels, 0);
    return pixels;
  }
}
