package io.equivar.core.exchange;

import java.util.List;

/**
 * What a file says about a tensor.
 *
 * @param name in the file
 * @param type of its elements
 * @param shape sizes of its axes, none negative; empty for a single number
 */
public record TensorHeader(String name, ElementType type, List<Long> shape) {

  /**
   * Copies the shape.
   *
   * @throws IllegalArgumentException if a size is negative, or the number of bytes has more than 63
   *     bits
   */
  public TensorHeader {
    shape = List.copyOf(shape);
    if (shape.stream().anyMatch(size -> size < 0)) {
      throw new IllegalArgumentException("has the negative size of an axis in its shape " + shape);
    }
    try {
      bytes(type, shape);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("has more than 2^63 bytes by its shape " + shape, e);
    }
  }

  /** Returns the number of bytes that the elements take. */
  public long bytes() {
    return bytes(type, shape);
  }

  private static long bytes(ElementType type, List<Long> shape) {
    long bytes = type.bytes();
    for (long size : shape) {
      bytes = Math.multiplyExact(bytes, size);
    }
    return bytes;
  }
}
