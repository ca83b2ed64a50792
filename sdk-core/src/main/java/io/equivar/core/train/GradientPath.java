package io.equivar.core.train;

import io.equivar.core.graph.GraphVariable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** Finds the variables that a loss depends on. */
final class GradientPath {

  /** Types that have gradients; none goes through an index or a comparison. */
  private static final Set<DataType> CONTINUOUS =
      EnumSet.of(
          DataType.DT_FLOAT,
          DataType.DT_DOUBLE,
          DataType.DT_HALF,
          DataType.DT_BFLOAT16,
          DataType.DT_COMPLEX64,
          DataType.DT_COMPLEX128);

  private GradientPath() {}

  /**
   * Checks that the loss depends on every variable other than through {@code stopGradient}.
   *
   * @return the names of all operations that a gradient goes through
   * @throws IllegalArgumentException naming the variables that no gradient would reach
   */
  static Set<String> requireReached(Operand<TFloat32> loss, List<GraphVariable> variables) {
    Set<String> reached = ancestors(loss);
    List<String> missed =
        variables.stream()
            .filter(variable -> !reached.contains(variable.value().op().name()))
            .map(GraphVariable::name)
            .toList();
    if (!missed.isEmpty()) {
      throw new IllegalArgumentException(
          "no gradient reaches the trainable variables "
              + String.join(", ", missed)
              + ": make them part of the loss, or do not make them");
    }
    return reached;
  }

  private static Set<String> ancestors(Operand<TFloat32> loss) {
    Set<String> seen = new HashSet<>();
    Deque<GraphOperation> open = new ArrayDeque<>();
    open.add((GraphOperation) loss.op());
    while (!open.isEmpty()) {
      GraphOperation operation = open.remove();
      if (seen.add(operation.name()) && !operation.type().equals("StopGradient")) {
        for (int i = 0; i < operation.numInputs(); i++) {
          Output<?> input = operation.input(i);
          if (CONTINUOUS.contains(input.dataType())) {
            open.add((GraphOperation) input.op());
          }
        }
      }
    }
    return seen;
  }
}
