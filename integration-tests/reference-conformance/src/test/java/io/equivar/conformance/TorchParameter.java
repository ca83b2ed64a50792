package io.equivar.conformance;

import java.util.Map;
import org.tensorflow.ndarray.Shape;

/**
 * A parameter as PyTorch names it and lays it out, and as the SDK does.
 *
 * @param torchName such as {@code trans_backbone.0.weight}
 * @param name such as {@code objective.transformation-encoder.0.weight}
 * @param convolution whether its axes are {@code [out, in, height, width]}, which the SDK has as
 *     {@code [height, width, in, out]}
 */
record TorchParameter(String torchName, String name, boolean convolution) {

  private static final Map<String, String> SCOPES =
      Map.of(
          "backbone", "backbone",
          "trans_backbone", "objective.transformation-encoder",
          "hypernet", "objective.hypernetwork",
          "inv_projector", "objective.invariance.projector",
          "equi_projector", "objective.equivariance.projector",
          "trans_projector", "objective.transformation.projector");

  /**
   * Finds the SDK's name.
   *
   * @param axes number of the parameter's axes
   */
  static TorchParameter of(String torchName, int axes) {
    int dot = torchName.indexOf('.');
    String scope = SCOPES.get(torchName.substring(0, dot));
    if (scope == null) {
      throw new IllegalArgumentException("no name of the SDK is known for " + torchName);
    }
    return new TorchParameter(torchName, scope + torchName.substring(dot), axes == 4);
  }

  /** Returns values in the SDK's layout. */
  float[] fromTorch(ReferenceArray array) {
    return convolution ? array.transposed(2, 3, 1, 0).values() : array.values();
  }

  /**
   * Returns values in PyTorch's layout.
   *
   * @param shape the SDK's
   */
  float[] toTorch(Shape shape, float[] values) {
    return convolution ? new ReferenceArray(shape, values).transposed(3, 2, 0, 1).values() : values;
  }
}
