package io.equivar.core.graph;

import io.equivar.api.graph.Layer;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** Max pooling over 3 x 3 pixels with stride 2, padded by one pixel of minus infinity. */
record MaxPoolLayer(Ops tf) implements Layer {

  @Override
  public Operand<TFloat32> apply(Operand<TFloat32> input) {
    // Version 1 of the operation, by its name: only its gradient has a fast kernel on the CPU.
    return tf.scope()
        .opBuilder("MaxPool", "MaxPool")
        .addInput(Padding.spatial(tf, input, 1, Float.NEGATIVE_INFINITY).asOutput())
        .setAttr("ksize", new long[] {1, 3, 3, 1})
        .setAttr("strides", new long[] {1, 2, 2, 1})
        .setAttr("padding", "VALID")
        .setAttr("T", DataType.DT_FLOAT)
        .build()
        .output(0);
  }

  @Override
  public Layer averaged() {
    return this;
  }
}
