package io.equivar.core.data.binary;

import static io.equivar.core.data.binary.Records.CIFAR_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.graph.ImageShape;
import io.equivar.core.config.Cifar10Data;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Cifar10FilesTest {

  private static final String NAMES =
      "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n";

  @TempDir Path folder;

  @Test
  void readsRowsOfPlanesAsRedGreenAndBlue() {
    int row = 5;
    int column = 30;
    Records records = new Records();
    for (int channel = 0; channel < 3; channel++) {
      records.with(7).dotted(CIFAR_BYTES, 1024 * channel + 32 * row + column, 200 + channel);
    }
    records.write(folder.resolve("data_batch_1.bin"));
    batch("test_batch.bin", 0);

    try (DataSplits splits = open()) {
      ImageSet images = splits.training();
      assertThat(images.shape()).isEqualTo(new ImageShape(32, 32));
      for (int channel = 0; channel < 3; channel++) {
        byte[] expected = new byte[CIFAR_BYTES + 4];
        expected[4 + 3 * (32 * row + column) + channel] = (byte) (200 + channel);
        byte[] target = new byte[CIFAR_BYTES + 4];
        images.read(channel, target, 4);
        assertThat(target).isEqualTo(expected);
      }
    }
  }

  @Test
  void joinsBatchesInTheOrderOfTheirNumbers() {
    batch("data_batch_10.bin", 6);
    batch("data_batch_2.bin", 3, 4, 5);
    batch("data_batch_1.bin", 1, 2);
    batch("test_batch_extra.bin", 9);
    batch("test_batch.bin", 8);

    try (DataSplits splits = open()) {
      assertThat(labels(splits.training())).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(firstBytes(splits.training())).containsExactly(101, 102, 103, 104, 105, 106);
      assertThat(splits.labelledTraining()).containsSame(splits.training());
      assertThat(labels(splits.test().orElseThrow())).containsExactly(8, 9);
      assertThat(firstBytes(splits.test().orElseThrow())).containsExactly(108, 109);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3073, 3074, 2 * 3073, 2 * 3073 + 3072, 3 * 3073, 100 * 3073})
  void readsTheSameInSegmentsOfAnySize(int segmentBytes) {
    batch("data_batch_1.bin", 0, 1, 2, 3, 4, 5, 6);
    batch("data_batch_2.bin", 7, 8);
    batch("test_batch.bin", 9);

    try (DataSplits splits = Cifar10Files.open(new Cifar10Data(folder), segmentBytes)) {
      assertThat(labels(splits.training())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(firstBytes(splits.training()))
          .containsExactly(100, 101, 102, 103, 104, 105, 106, 107, 108);
    }
  }

  @Test
  void knowsTheNamesOfTheClassesIfTheyAreThere() throws IOException {
    batch("data_batch_1.bin", 1);
    batch("test_batch.bin", 2);
    try (DataSplits splits = open()) {
      assertThat(splits.training().classNames()).isEmpty();
    }

    Files.writeString(folder.resolve("batches.meta.txt"), NAMES);
    try (DataSplits splits = open()) {
      assertThat(splits.training().classNames())
          .containsExactly(
              "airplane",
              "automobile",
              "bird",
              "cat",
              "deer",
              "dog",
              "frog",
              "horse",
              "ship",
              "truck");
      assertThat(splits.test().orElseThrow().classNames())
          .isEqualTo(splits.training().classNames());
    }
  }

  @Test
  void refusesPlacesThatAreNotThere() {
    batch("data_batch_1.bin", 1, 2);
    batch("test_batch.bin", 2);

    try (DataSplits splits = open()) {
      ImageSet images = splits.training();
      assertThatThrownBy(() -> images.read(2, new byte[CIFAR_BYTES], 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> images.read(-1, new byte[CIFAR_BYTES], 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> images.read(0, new byte[CIFAR_BYTES], 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> images.label(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void cannotBeReadOnceClosed() {
    batch("data_batch_1.bin", 1);
    batch("test_batch.bin", 2);
    DataSplits splits = open();

    splits.close();
    splits.close();

    assertThatThrownBy(() -> splits.training().read(0, new byte[CIFAR_BYTES], 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the image set is closed");
    assertThatThrownBy(() -> splits.test().orElseThrow().read(0, new byte[CIFAR_BYTES], 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhichFilesAreMissing() throws IOException {
    Files.createDirectory(folder.resolve("data_batch_1.bin"));
    Files.createFile(folder.resolve("data_batch_1"));

    assertRefused(
        "data.cifar10.path must contain at least one file data_batch_*.bin, got FOLDER."
            + " Unpack cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html",
        "data.cifar10.path must contain at least one file test_batch*.bin, got FOLDER."
            + " Unpack cifar-10-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html");
  }

  @Test
  void pointsAtTheFolderThatTheArchiveUnpacksTo() throws IOException {
    batch("data_batch_1.bin", 1);
    Files.createDirectory(folder.resolve("cifar-10-batches-bin"));

    assertRefused(
        "data.cifar10.path must contain at least one file test_batch*.bin, got FOLDER."
            + " Name its sub-folder cifar-10-batches-bin");
  }

  @Test
  void saysAllThatIsWrongAtOnce() throws IOException {
    new Records().plain(2 * 3073 + 1, 0).write(folder.resolve("data_batch_1.bin"));
    batch("data_batch_2.bin", 9, 3, 10, 255);
    batch("data_batch_3.bin");
    batch("test_batch.bin", 255);
    Files.writeString(folder.resolve("batches.meta.txt"), "airplane\nautomobile\n");

    assertRefused(
        "data.cifar10.path/data_batch_1.bin must have a length that is a multiple of 3,073 bytes,"
            + " got 6,147. Replace FOLDER/data_batch_1.bin by the file in cifar-10-binary.tar.gz"
            + " from https://www.cs.toronto.edu/~kriz/cifar.html",
        "data.cifar10.path/data_batch_2.bin must have labels in [0, 9], got 10 in row 2, counted"
            + " from 0. Replace FOLDER/data_batch_2.bin by the file in cifar-10-binary.tar.gz"
            + " from https://www.cs.toronto.edu/~kriz/cifar.html",
        "data.cifar10.path/data_batch_3.bin must hold at least one image, got an empty file."
            + " Replace FOLDER/data_batch_3.bin by the file in cifar-10-binary.tar.gz"
            + " from https://www.cs.toronto.edu/~kriz/cifar.html",
        "data.cifar10.path/test_batch.bin must have labels in [0, 9], got 255 in row 0, counted"
            + " from 0. Replace FOLDER/test_batch.bin by the file in cifar-10-binary.tar.gz"
            + " from https://www.cs.toronto.edu/~kriz/cifar.html",
        "data.cifar10.path/batches.meta.txt must name 10 classes, one in a line, got 2."
            + " Replace FOLDER/batches.meta.txt by the file in cifar-10-binary.tar.gz"
            + " from https://www.cs.toronto.edu/~kriz/cifar.html");
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    batch("data_batch_1.bin", 1);
    batch("test_batch.bin", 1);
    new Records().with(0xff, 0xfe).write(folder.resolve("batches.meta.txt"));

    assertRefused(
        "data.cifar10.path/batches.meta.txt must be a file that can be read, got"
            + " java.nio.charset.MalformedInputException: Input length = 1");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> BinaryData.open(new Cifar10Data(missing)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "data.cifar10.path must be a folder that can be read, got"
                + " java.nio.file.NoSuchFileException: "
                + missing);
  }

  private void assertRefused(String... messages) {
    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(String.join("\n", messages).replace("FOLDER", folder.toString()));
  }

  private DataSplits open() {
    return BinaryData.open(new Cifar10Data(folder));
  }

  private void batch(String name, int... labels) {
    Records records = new Records();
    for (int label : labels) {
      records.with(label).plain(CIFAR_BYTES, 100 + label);
    }
    records.write(folder.resolve(name));
  }

  private static int[] labels(ImageSet images) {
    return IntStream.range(0, images.size()).map(images::label).toArray();
  }

  private static int[] firstBytes(ImageSet images) {
    byte[] pixels = new byte[CIFAR_BYTES];
    int[] first = new int[images.size()];
    for (int i = 0; i < images.size(); i++) {
      images.read(i, pixels, 0);
      first[i] = pixels[0] & 0xff;
    }
    return first;
  }
}
