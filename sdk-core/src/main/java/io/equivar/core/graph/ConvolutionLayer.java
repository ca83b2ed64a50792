package io.equivar.core.graph;

import io.equivar.api.graph.Layer;
import io.equivar.api.graph.Variable;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.StridedSlice;
import org.tensorflow.types.TFloat32;

/** A convolution without bias, padded alike on all sides. */
record ConvolutionLayer(Ops tf, Variable weight, int kernel, int stride) implements Layer {

  /** The channels that oneDNN takes at a time. */
  private static final int CHANNEL_BLOCK = 16;

  private static final long ALL_AXES = 0b1111;

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> input) {
    // oneDNN's weight gradient of these writes outside its buffers, which ends the process.
    if (kernel == 1 && stride > 1 && weight.shape().get(2) % CHANNEL_BLOCK != 0) {
      return tf.nn.conv2d(thinned(input), weight.value(), List.of(1L, 1L, 1L, 1L), "SAME");
    }
    int padding = (kernel - 1) / 2;
    List<Long> strides = List.of(1L, (long) stride, (long) stride, 1L);
    // SAME pads one side more than the other as soon as the stride is not 1; EXPLICIT has no
    // gradient in C++.
    if (stride == 1 || padding == 0) {
      return tf.nn.conv2d(input, weight.value(), strides, "SAME");
    }
    return tf.nn.conv2d(Padding.spatial(tf, input, padding), weight.value(), strides, "VALID");
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
    return new ConvolutionLayer(tf, weight.averaged(), kernel, stride);
  }
}
