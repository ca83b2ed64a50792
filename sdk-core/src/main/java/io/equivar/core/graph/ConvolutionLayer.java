package io.equivar.core.graph;

import io.equivar.api.graph.Layer;
import io.equivar.api.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.StridedSlice;
import org.tensorflow.types.TFloat32;

/** A convolution without bias, padded alike on all sides. */
record ConvolutionLayer(Ops tf, Variable weight, int kernel, int stride, Convolutions form)
    implements Layer {

  /** The channels that oneDNN takes at a time. */
  private static final int CHANNEL_BLOCK = 16;

  private static final long ALL_AXES = 0b1111;

  /** Up to here a product of all patches in bfloat16 is faster than oneDNN's convolution. */
  private static final long FEW_PIXELS = 16;

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> input) {
    // oneDNN's weight gradient of these writes outside its buffers, which ends the process.
    if (kernel == 1 && stride > 1 && weight.shape().get(2) % CHANNEL_BLOCK != 0) {
      return tf.nn.conv2d(thinned(input), weight.value(), List.of(1L, 1L, 1L, 1L), "SAME");
    }
    if (form == Convolutions.FAST_IN_BFLOAT16
        && stride == 1
        && kernel > 1
        && isSmall(input.shape())) {
      return product(input);
    }
    int padding = (kernel - 1) / 2;
    List<Long> strides = List.of(1L, (long) stride, (long) stride, 1L);
    // SAME pads one side more than the other as soon as the stride is not 1; EXPLICIT has no
    // gradient in C++.
    if (stride == 1 || padding == 0) {
      return tf.nn.conv2d(input, weight.value(), strides, "SAME");
    }
    return tf.nn.conv2d(Padding.spatial(tf, input, padding, 0), weight.value(), strides, "VALID");
  }

  private static boolean isSmall(Shape images) {
    return images.get(1) > 0 && images.get(2) > 0 && images.get(1) * images.get(2) <= FEW_PIXELS;
  }

  /**
   * Lays every pixel's patch out in a row ("im2col") and multiplies all rows at once. The weight
   * gradient above all, which oneDNN computes badly for images of few pixels, gains by it; in
   * single precision it loses.
   */
  private Operand<TFloat32> product(Operand<TFloat32> input) {
    int height = (int) input.shape().get(1);
    int width = (int) input.shape().get(2);
    int inputs = (int) weight.shape().get(2);
    int outputs = (int) weight.shape().get(3);
    Operand<TFloat32> padded = Padding.spatial(tf, input, (kernel - 1) / 2, 0);
    List<Operand<TFloat32>> shifted = new ArrayList<>();
    for (int row = 0; row < kernel; row++) {
      for (int column = 0; column < kernel; column++) {
        shifted.add(
            tf.slice(
                padded,
                tf.constant(new int[] {0, row, column, 0}),
                tf.constant(new int[] {-1, height, width, inputs})));
      }
    }
    int patch = kernel * kernel * inputs;
    Operand<TFloat32> patches =
        tf.reshape(tf.concat(shifted, tf.constant(3)), tf.constant(new int[] {-1, patch}));
    Operand<TFloat32> matrix = tf.reshape(weight.value(), tf.constant(new int[] {patch, outputs}));
    return tf.reshape(
        tf.linalg.matMul(patches, matrix), tf.constant(new int[] {-1, height, width, outputs}));
  }

  /** Returns the pixels that a kernel of one pixel looks at. */
  private Operand<TFloat32> thinned(Operand<TFloat32> input) {
    return tf.stridedSlice(
        input,
        tf.constant(new int[4]),
        tf.constant(new int[4]),
        tf.constant(new int[] {1, stride, stride, 1}),
        StridedSlice.beginMask(ALL_AXES),
        StridedSlice.endMask(ALL_AXES));
  }

  @Override
  public Layer averaged() {
    return new ConvolutionLayer(tf, weight.averaged(), kernel, stride, form);
  }
}
