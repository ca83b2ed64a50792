package io.equivar.core.data;

import io.equivar.api.graph.ImageShape;
import java.util.List;
import java.util.Optional;

/**
 * Images of one size in a fixed order, each with a class label or without. Safe for use by several
 * threads at once.
 */
public interface ImageSet extends AutoCloseable {

  /** The label of an image whose class is not known. */
  int NO_LABEL = -1;

  /** Returns the number of images. */
  int size();

  /** Returns the size of every image. */
  ImageShape shape();

  /** Returns the number of bytes of an image: {@code 3 * height * width}. */
  default int imageBytes() {
    return Math.multiplyExact(3, Math.multiplyExact(shape().height(), shape().width()));
  }

  /**
   * Copies an image: unsigned bytes, row-major {@code [height, width, 3]}, red first.
   *
   * @param index in [0, {@link #size()})
   * @param target where the {@link #imageBytes()} bytes are put
   * @param offset the place of the first byte
   * @throws IndexOutOfBoundsException if there is no such image, or {@code target} ends too early
   */
  void read(int index, byte[] target, int offset);

  /**
   * Returns the class of an image, a place in {@link #classNames()}, or {@link #NO_LABEL}.
   *
   * @param index in [0, {@link #size()})
   * @throws IndexOutOfBoundsException if there is no such image
   */
  int label(int index);

  /** Returns the names of the classes, in the order of their labels; empty if none are known. */
  List<String> classNames();

  /** Returns what is known of how each image came about; by default nothing. */
  default Optional<Factors> factors() {
    return Optional.empty();
  }

  /** Releases files and memory. The set cannot be read afterwards; closing it twice is harmless. */
  @Override
  void close();
}
