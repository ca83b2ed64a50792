package io.equivar.core.data.binary;

import static io.equivar.core.data.binary.Records.CIFAR_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.api.config.ConfigurationException;
import io.equivar.core.config.Cifar100Data;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar100FilesTest {

  @TempDir Path folder;

  @Test
  void readsFineLabelsAndThePixelsBehindThem() {
    new Records()
        .with(19, 99)
        .dotted(CIFAR_BYTES, 1, 210)
        .with(4, 0)
        .dotted(CIFAR_BYTES, 2048, 220)
        .write(folder.resolve("train.bin"));
    new Records().with(0, 42).plain(CIFAR_BYTES, 7).write(folder.resolve("test.bin"));

    try (DataSplits splits = BinaryData.open(new Cifar100Data(folder))) {
      ImageSet training = splits.training();
      assertThat(training.size()).isEqualTo(2);
      assertThat(training.label(0)).isEqualTo(99);
      assertThat(training.label(1)).isZero();
      assertThat(pixels(training, 0)[3]).as("red of the second column").isEqualTo((byte) 210);
      assertThat(pixels(training, 1)[2]).as("blue of the first column").isEqualTo((byte) 220);
      assertThat(training.classNames()).isEmpty();
      assertThat(splits.labelledTraining()).containsSame(training);
      ImageSet test = splits.test().orElseThrow();
      assertThat(test.label(0)).isEqualTo(42);
      assertThat(pixels(test, 0)).containsOnly(7);
    }
  }

  @Test
  void knowsTheNamesOfTheFineClasses() throws IOException {
    new Records().with(1, 2).plain(CIFAR_BYTES, 0).write(folder.resolve("train.bin"));
    new Records().with(1, 2).plain(CIFAR_BYTES, 0).write(folder.resolve("test.bin"));
    List<String> names = IntStream.range(0, 100).mapToObj(i -> "class" + i).toList();
    Files.write(folder.resolve("fine_label_names.txt"), names);

    try (DataSplits splits = BinaryData.open(new Cifar100Data(folder))) {
      assertThat(splits.training().classNames()).isEqualTo(names);
    }
  }

  @Test
  void saysWhatIsMissingOrWrong() {
    new Records().with(255, 100).plain(CIFAR_BYTES, 0).write(folder.resolve("train.bin"));

    assertThatThrownBy(() -> BinaryData.open(new Cifar100Data(folder)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            ("data.cifar100.path/train.bin must have labels in [0, 99], got 100 in row 0, counted"
                    + " from 0. Replace FOLDER/train.bin by the file in cifar-100-binary.tar.gz"
                    + " from https://www.cs.toronto.edu/~kriz/cifar.html\n"
                    + "data.cifar100.path must contain test.bin, got FOLDER. Unpack"
                    + " cifar-100-binary.tar.gz from https://www.cs.toronto.edu/~kriz/cifar.html")
                .replace("FOLDER", folder.toString()));
  }

  @Test
  void refusesFilesOfCifar10() {
    new Records().with(1).plain(CIFAR_BYTES, 0).write(folder.resolve("train.bin"));
    new Records().with(1, 1).plain(CIFAR_BYTES, 0).write(folder.resolve("test.bin"));

    assertThatThrownBy(() -> BinaryData.open(new Cifar100Data(folder)))
        .hasMessageStartingWith(
            "data.cifar100.path/train.bin must have a length that is a multiple of 3,074 bytes,"
                + " got 3,073. ");
  }

  private static byte[] pixels(ImageSet images, int index) {
    byte[] pixels = new byte[CIFAR_BYTES];
    images.read(index, pixels, 0);
    return pixels;
  }
}
