package io.equivar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.equivar.api.config.ConfigurationException;
import io.equivar.core.config.Cifar100Data;
import io.equivar.core.config.Cifar10Data;
import io.equivar.core.config.Stl10Data;
import io.equivar.core.data.DataSplits;
import io.equivar.core.data.ImageSet;
import io.equivar.core.data.binary.BinaryData;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The binary files of CIFAR-10, CIFAR-100 and STL-10: read as a whole, or refused. */
class BinaryFilesFuzzTest {

  private static final int CIFAR_BYTES = 3 * 32 * 32;
  private static final int STL_BYTES = 3 * 96 * 96;

  private Folder folder;

  @BeforeEach
  void open() {
    folder = Folder.make();
  }

  @AfterEach
  void close() {
    folder.delete();
  }

  @FuzzTest(maxDuration = "45s")
  void cifar10(FuzzedDataProvider data) {
    folder.write("data_batch_1.bin", records(data, 1, CIFAR_BYTES));
    folder.write("data_batch_" + data.consumeInt() + ".bin", records(data, 1, CIFAR_BYTES));
    folder.write("test_batch.bin", records(data, 1, CIFAR_BYTES));
    folder.write("batches.meta.txt", data.consumeRemainingAsBytes());
    read(() -> BinaryData.open(new Cifar10Data(folder.path())));
  }

  @FuzzTest(maxDuration = "45s")
  void cifar100(FuzzedDataProvider data) {
    folder.write("train.bin", records(data, 2, CIFAR_BYTES));
    folder.write("test.bin", records(data, 2, CIFAR_BYTES));
    folder.write("fine_label_names.txt", data.consumeRemainingAsBytes());
    read(() -> BinaryData.open(new Cifar100Data(folder.path())));
  }

  @FuzzTest(maxDuration = "45s")
  void stl10(FuzzedDataProvider data) {
    folder.write("unlabeled_X.bin", records(data, 0, STL_BYTES));
    folder.write("train_X.bin", records(data, 0, STL_BYTES));
    folder.write("train_y.bin", data.consumeBytes(4));
    folder.write("class_names.txt", data.consumeRemainingAsBytes());
    read(() -> BinaryData.open(new Stl10Data(folder.path())));
  }

  /** Returns whole records whose labels are drawn, and at times some bytes more. */
  private static byte[] records(FuzzedDataProvider data, int labels, int imageBytes) {
    int count = data.consumeInt(0, 3);
    int more = data.consumeBoolean() ? data.consumeInt(0, imageBytes) : 0;
    byte[] bytes = new byte[count * (labels + imageBytes) + more];
    Arrays.fill(bytes, (byte) 200);
    for (int record = 0; record < count; record++) {
      for (int label = 0; label < labels; label++) {
        bytes[record * (labels + imageBytes) + label] = data.consumeByte((byte) -1, (byte) 100);
      }
    }
    return bytes;
  }

  private static void read(Supplier<DataSplits> opening) {
    try (DataSplits splits = opening.get()) {
      requireReadable(splits.training());
      splits.labelledTraining().ifPresent(BinaryFilesFuzzTest::requireReadable);
      splits.test().ifPresent(BinaryFilesFuzzTest::requireReadable);
    } catch (ConfigurationException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  private static void requireReadable(ImageSet images) {
    byte[] pixels = new byte[images.imageBytes()];
    for (int i = 0; i < images.size(); i++) {
      images.read(i, pixels, 0);
      assertThat(pixels).containsOnly((byte) 200);
      assertThat(images.label(i)).isBetween(-1, 99);
    }
  }
}
