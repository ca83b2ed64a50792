package io.equivar.core.exchange;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * How torchvision's ResNets and the networks here lay out the same weights: convolutions are {@code
 * [outputs, inputs, height, width]} there and {@code [height, width, inputs, outputs]} here; all
 * else has one axis and is the same.
 */
final class TorchvisionLayout {

  private static final int[] TO_TORCHVISION = {3, 2, 0, 1};
  private static final int[] FROM_TORCHVISION = {2, 3, 1, 0};

  private TorchvisionLayout() {}

  /** Returns the shape that a variable has in torchvision. */
  static List<Long> shape(Shape shape) {
    long[] sizes = shape.asArray();
    if (sizes.length != 4) {
      return boxed(sizes);
    }
    return boxed(permuted(sizes, TO_TORCHVISION));
  }

  /**
   * Returns a variable's elements in torchvision's order.
   *
   * @param shape the variable's
   */
  static float[] toTorchvision(Shape shape, float[] values) {
    long[] sizes = shape.asArray();
    return sizes.length == 4 ? transposed(values, sizes, TO_TORCHVISION) : values;
  }

  /**
   * Returns a variable's elements in their order here.
   *
   * @param shape the variable's
   * @param values in torchvision's order
   */
  static float[] fromTorchvision(Shape shape, float[] values) {
    long[] sizes = shape.asArray();
    return sizes.length == 4
        ? transposed(values, permuted(sizes, TO_TORCHVISION), FROM_TORCHVISION)
        : values;
  }

  private static float[] transposed(float[] values, long[] sizes, int[] axes) {
    long[] strides = {sizes[1] * sizes[2] * sizes[3], sizes[2] * sizes[3], sizes[3], 1};
    long[] moved = permuted(sizes, axes);
    long[] steps = permuted(strides, axes);
    float[] result = new float[values.length];
    int next = 0;
    for (long a = 0; a < moved[0]; a++) {
      for (long b = 0; b < moved[1]; b++) {
        for (long c = 0; c < moved[2]; c++) {
          long start = a * steps[0] + b * steps[1] + c * steps[2];
          for (long d = 0; d < moved[3]; d++) {
            result[next++] = values[(int) (start + d * steps[3])];
          }
        }
      }
    }
    return result;
  }

  private static long[] permuted(long[] sizes, int[] axes) {
    return new long[] {sizes[axes[0]], sizes[axes[1]], sizes[axes[2]], sizes[axes[3]]};
  }

  private static List<Long> boxed(long[] sizes) {
    List<Long> list = new ArrayList<>();
    for (long size : sizes) {
      list.add(size);
    }
    return list;
  }
}
