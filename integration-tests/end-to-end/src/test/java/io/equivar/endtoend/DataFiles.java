package io.equivar.endtoend;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Writes small data sets in the formats that users have: noise, with labels in turn. */
final class DataFiles {

  private static final int CIFAR_BYTES = 32 * 32 * 3;
  private static final int STL_BYTES = 96 * 96 * 3;

  private final Random random = new Random(1);

  /** Writes CIFAR-10's six files, {@code images} in each. */
  void cifar10(Path folder, int images) {
    for (int batch = 1; batch <= 5; batch++) {
      write(folder.resolve("data_batch_" + batch + ".bin"), records(images, 1, CIFAR_BYTES));
    }
    write(folder.resolve("test_batch.bin"), records(images, 1, CIFAR_BYTES));
  }

  /** Writes CIFAR-100's two files; its records have two labels. */
  void cifar100(Path folder, int images) {
    write(folder.resolve("train.bin"), records(images, 2, CIFAR_BYTES));
    write(folder.resolve("test.bin"), records(images, 2, CIFAR_BYTES));
  }

  /** Writes STL-10's files; its labels count from 1. */
  void stl10(Path folder, int images) {
    write(folder.resolve("unlabeled_X.bin"), records(images, 0, STL_BYTES));
    for (String part : new String[] {"train", "test"}) {
      write(folder.resolve(part + "_X.bin"), records(images, 0, STL_BYTES));
      byte[] labels = new byte[images];
      for (int i = 0; i < images; i++) {
        labels[i] = (byte) (i % 10 + 1);
      }
      write(folder.resolve(part + "_y.bin"), labels);
    }
  }

  /** Writes a folder of two classes: PNG and JPEG files of different sizes. */
  void images(Path folder, int imagesPerClass) {
    for (String part : new String[] {"train", "test"}) {
      for (int i = 0; i < imagesPerClass; i++) {
        image(folder.resolve(part + "/noise/" + i + ".png"), "png", 20 + i % 5);
        image(folder.resolve(part + "/more/" + i + ".jpg"), "jpg", 24 - i % 3);
      }
    }
  }

  /** Cuts a file to half of its length. */
  static void truncate(Path file) {
    try {
      byte[] whole = Files.readAllBytes(file);
      byte[] half = new byte[whole.length / 2];
      System.arraycopy(whole, 0, half, 0, half.length);
      Files.write(file, half);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void image(Path file, String format, int size) {
    BufferedImage image = new BufferedImage(size, size + 4, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalStateException("Java writes no " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(file, bytes.toByteArray());
  }

  private byte[] records(int images, int labels, int imageBytes) {
    int recordBytes = labels + imageBytes;
    byte[] records = new byte[images * recordBytes];
    random.nextBytes(records);
    for (int i = 0; i < images; i++) {
      for (int label = 0; label < labels; label++) {
        records[i * recordBytes + label] = (byte) (i % 10);
      }
    }
    return records;
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
