package io.equivar.core.graph;

import io.equivar.api.graph.Layer;
import io.equivar.api.graph.Variable;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A convolution without bias, padded alike on all sides. */
record ConvolutionLayer(Ops tf, Variable weight, int kernel, int stride) implements Layer {

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> input) {
    int padding = (kernel - 1) / 2;
    List<Long> strides = List.of(1L, (long) stride, (long) stride, 1L);
    // SAME pads one side more than the other as soon as the stride is not 1; EXPLICIT has no
    // gradient in C++.
    if (stride == 1 || padding == 0) {
      return tf.nn.conv2d(input, weight.value(), strides, "SAME");
    }
    return tf.nn.conv2d(Padding.spatial(tf, input, padding), weight.value(), strides, "VALID");
  }

  @Override
  public Layer averaged() {
    return new ConvolutionLayer(tf, weight.averaged(), kernel, stride);
  }
}
