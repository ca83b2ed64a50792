package io.equivar.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * An array given by a formula: element {@code k} (row-major) is {@code float32(((mix(k +
 * crc32(name)) / 2^32) - 0.5) * 2 * scale + offset)}.
 *
 * @param shape the sizes of all axes
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent")
record ReferenceArray(Shape shape, float[] values) {

  /** Reads {@code {"fill": name, "shape": [...], "scale": s, "offset": o}}. */
  static ReferenceArray of(JsonNode json) {
    JsonNode sizes = json.required("shape");
    long[] shape = new long[sizes.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sizes.get(i).longValue();
    }
    return fill(
        json.required("fill").textValue(),
        json.required("scale").doubleValue(),
        json.required("offset").doubleValue(),
        shape);
  }

  /** Fills an array by the formula. */
  static ReferenceArray fill(String name, double scale, double offset, long... shape) {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    int start = (int) crc.getValue();
    Shape sizes = Shape.of(shape);
    float[] values = new float[Math.toIntExact(sizes.size())];
    for (int k = 0; k < values.length; k++) {
      double unit = Integer.toUnsignedLong(mix(k + start)) / 0x1p32;
      values[k] = (float) ((unit - 0.5) * 2 * scale + offset);
    }
    return new ReferenceArray(sizes, values);
  }

  private static int mix(int value) {
    int x = value;
    x ^= x >>> 16;
    x *= 0x7feb352d;
    x ^= x >>> 15;
    x *= 0x846ca68b;
    return x ^ (x >>> 16);
  }

  /** Returns an array of four axes with its axes in another order. */
  ReferenceArray transposed(int... axes) {
    long[] sizes = shape.asArray();
    int[] strides = new int[4];
    int stride = 1;
    for (int axis = 3; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= (int) sizes[axis];
    }
    float[] moved = new float[values.length];
    int next = 0;
    for (int a = 0; a < sizes[axes[0]]; a++) {
      for (int b = 0; b < sizes[axes[1]]; b++) {
        for (int c = 0; c < sizes[axes[2]]; c++) {
          for (int d = 0; d < sizes[axes[3]]; d++) {
            moved[next++] =
                values[
                    a * strides[axes[0]]
                        + b * strides[axes[1]]
                        + c * strides[axes[2]]
                        + d * strides[axes[3]]];
          }
        }
      }
    }
    return new ReferenceArray(
        Shape.of(sizes[axes[0]], sizes[axes[1]], sizes[axes[2]], sizes[axes[3]]), moved);
  }

  /** Returns images {@code [batch, channels, height, width]} with the channels last. */
  ReferenceArray channelsLast() {
    return transposed(0, 2, 3, 1);
  }

  /** Returns the array as a tensor, to be closed by the caller. */
  TFloat32 toTensor() {
    return TFloat32.tensorOf(shape, DataBuffers.of(values));
  }
}
