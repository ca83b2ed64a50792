package io.equivar.core.exchange;

import io.equivar.core.backbone.ResNetVariables;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * A tensor to write.
 *
 * @param header what it is
 * @param data its elements, little-endian, row-major
 */
record OutgoingTensor(TensorHeader header, ByteBuffer data) {

  private static final String VARIANCE = "running_var";

  /**
   * Returns the tensors of a backbone with torchvision's names and layouts, in torchvision's order.
   *
   * @param batches how many batches have moved the running statistics
   */
  static List<OutgoingTensor> of(BackboneWeights weights, long batches) {
    List<OutgoingTensor> tensors = new ArrayList<>();
    ResNetVariables.of(weights.spec())
        .shapes()
        .forEach(
            (name, shape) -> {
              float[] values = weights.values().get(name);
              if (values == null) {
                throw new IllegalArgumentException("no weights are given for " + name);
              }
              tensors.add(floats(name, shape, values));
              if (name.endsWith(VARIANCE)) {
                String norm = name.substring(0, name.length() - VARIANCE.length());
                tensors.add(number(norm + "num_batches_tracked", batches));
              }
            });
    return tensors;
  }

  private static OutgoingTensor floats(String name, Shape shape, float[] values) {
    ByteBuffer data =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(TorchvisionLayout.toTorchvision(shape, values));
    return new OutgoingTensor(
        new TensorHeader(name, ElementType.F32, TorchvisionLayout.shape(shape)), data);
  }

  private static OutgoingTensor number(String name, long value) {
    ByteBuffer data = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.putLong(0, value);
    return new OutgoingTensor(new TensorHeader(name, ElementType.I64, List.of()), data);
  }
}
