package io.equivar.core.data.binary;

import io.equivar.core.config.Cifar100Data;
import io.equivar.core.config.Cifar10Data;
import io.equivar.core.config.Stl10Data;
import io.equivar.core.data.DataSplits;

/**
 * Opens data sets in the binary files that their authors publish. Lengths and all labels are
 * checked; pixels are read from the mapped files whenever they are asked for.
 *
 * <p>Closing a set makes it unreadable, closes its files and lets go of its mappings. Java 17 has
 * no call that ends a mapping: the garbage collector does, some time later. Until then the files
 * take address space but no heap, and Windows refuses to delete them. The files must not change
 * while they are open.
 */
public final class BinaryData {

  /** How much is mapped at once: less than the 2 GiB that a mapping may have. */
  private static final int SEGMENT_BYTES = 1 << 30;

  private BinaryData() {}

  /**
   * Opens CIFAR-10 (Krizhevsky 2009). The training part, all of it with labels, is every {@code
   * data_batch_*.bin}, the tenth after the second; the test part is every {@code test_batch*.bin}.
   * The names of the classes are those in {@code batches.meta.txt}, if it is there.
   *
   * @throws io.equivar.api.config.ConfigurationException if files are missing or damaged
   */
  public static DataSplits open(Cifar10Data data) {
    return Cifar10Files.open(data, SEGMENT_BYTES);
  }

  /**
   * Opens CIFAR-100 (Krizhevsky 2009) with its 100 fine classes: {@code train.bin}, {@code
   * test.bin}, and the names in {@code fine_label_names.txt}, if it is there.
   *
   * @throws io.equivar.api.config.ConfigurationException if files are missing or damaged
   */
  public static DataSplits open(Cifar100Data data) {
    return Cifar100Files.open(data, SEGMENT_BYTES);
  }

  /**
   * Opens STL-10 (Coates, Ng and Lee 2011). The training part is {@code unlabeled_X.bin} followed
   * by {@code train_X.bin}, whose images alone have labels; one of the two files may be missing,
   * and so may {@code test_X.bin}. Labels are in {@code train_y.bin} and {@code test_y.bin}, the
   * names of the classes in {@code class_names.txt}, if it is there.
   *
   * @throws io.equivar.api.config.ConfigurationException if files are missing or damaged
   */
  public static DataSplits open(Stl10Data data) {
    return Stl10Files.open(data, SEGMENT_BYTES);
  }
}
