package io.equivar.core.graph;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.ndarray.Shape;

/**
 * Refuses operations that would end the Java virtual machine, or fail without a usable message,
 * when their gradient is taken: a native crash cannot be caught.
 */
public final class CrashGuard {

  private static final Set<String> REFERENCE_VARIABLES =
      Set.of("Variable", "VariableV2", "TemporaryVariable");
  private static final Set<String> CONVOLUTIONS =
      Set.of("Conv2D", "Conv3D", "DepthwiseConv2dNative");
  private static final Set<String> PADDED = Set.of("Conv2D", "DepthwiseConv2dNative", "MaxPool");

  private CrashGuard() {}

  /**
   * Checks every operation of a graph whose gradients are about to be taken.
   *
   * @throws IllegalArgumentException naming the operation, the rule and what to do instead
   */
  public static void check(Graph graph) {
    Iterator<GraphOperation> operations = graph.operations();
    while (operations.hasNext()) {
      GraphOperation operation = operations.next();
      if (REFERENCE_VARIABLES.contains(operation.type())) {
        throw refused(
            operation,
            "is a reference variable, whose gradient crashes TensorFlow",
            "Make variables with GraphContext.variable");
      }
      if (CONVOLUTIONS.contains(operation.type())
          && Arrays.stream(operation.attributes().getAttrIntList("dilations"))
              .anyMatch(dilation -> dilation != 1)) {
        throw refused(
            operation,
            "is a dilated convolution, whose gradient crashes TensorFlow on the CPU",
            "Use a dilation of 1, or space the input out with spaceToBatchNd");
      }
      if (operation.type().equals("Conv2D") && overrunsItsBuffers(operation)) {
        throw refused(
            operation,
            "is a strided convolution of single pixels whose input channels are no multiple of 16;"
                + " its gradient crashes TensorFlow on the CPU",
            "Make it with GraphContext.convolution");
      }
      if (PADDED.contains(operation.type())
          && operation.attributes().getAttrString("padding").equals("EXPLICIT")) {
        throw refused(
            operation,
            "has EXPLICIT padding, which has no gradient",
            "Add the padding with tf.pad and use VALID");
      }
    }
  }

  private static boolean overrunsItsBuffers(GraphOperation operation) {
    Shape kernel = operation.input(1).shape();
    boolean strided =
        Arrays.stream(operation.attributes().getAttrIntList("strides"))
            .anyMatch(stride -> stride != 1);
    return strided
        && kernel.numDimensions() == 4
        && kernel.get(0) == 1
        && kernel.get(1) == 1
        && kernel.get(2) % 16 != 0;
  }

  private static IllegalArgumentException refused(
      GraphOperation operation, String rule, String nextStep) {
    return new IllegalArgumentException(
        "operation "
            + operation.name()
            + " ("
            + operation.type()
            + ") "
            + rule
            + ". "
            + nextStep
            + ".");
  }
}
