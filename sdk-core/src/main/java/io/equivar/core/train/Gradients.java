package io.equivar.core.train;

import io.equivar.core.graph.CrashGuard;
import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * Takes the gradients of a loss. Those of large matrices are computed after all others: a
 * hypernetwork's takes as much memory as the activations of the backbone's first stages, which are
 * free by then, whereas what it is the product of is small.
 */
final class Gradients {

  /** Elements from which a matrix is large: 16 MB. */
  private static final int LARGE = 1 << 22;

  private final ModelGraph graph;
  private final Set<String> reached;
  private final List<Output<?>> sources = new ArrayList<>();
  private final Map<GraphVariable, List<GraphOperation>> products = new LinkedHashMap<>();

  private Gradients(ModelGraph graph, Set<String> reached) {
    this.graph = graph;
    this.reached = reached;
  }

  /**
   * Adds the gradients to the graph.
   *
   * @param loss a scalar that depends on every trainable variable
   * @return the gradient of every trainable variable, in the order of their making
   * @throws IllegalArgumentException if a gradient does not reach a trainable variable, or the
   *     graph holds an operation that would crash TensorFlow
   */
  static Map<GraphVariable, Operand<TFloat32>> of(ModelGraph graph, Operand<TFloat32> loss) {
    List<GraphVariable> trainable = graph.trainable();
    Set<String> reached = GradientPath.requireReached(loss, trainable);
    CrashGuard.check(graph.graph());
    return new Gradients(graph, reached).add(loss, trainable);
  }

  private Map<GraphVariable, Operand<TFloat32>> add(
      Operand<TFloat32> loss, List<GraphVariable> trainable) {
    for (GraphVariable variable : trainable) {
      List<GraphOperation> readers = readers(variable);
      if (variable.size() >= LARGE
          && readers.stream().allMatch(reader -> multiplies(reader, variable))) {
        products.put(variable, readers);
        readers.forEach(reader -> sources.add(reader.output(0)));
      } else {
        sources.add(variable.value().asOutput());
      }
    }
    Output<?>[] gradients =
        graph.graph().addGradients(loss.asOutput(), sources.toArray(Output<?>[]::new));
    Ops last = graph.tf().withControlDependencies(List.of(gradients));
    Map<GraphVariable, Operand<TFloat32>> byVariable = new LinkedHashMap<>();
    int next = 0;
    for (GraphVariable variable : trainable) {
      List<Operand<TFloat32>> parts = new ArrayList<>();
      for (GraphOperation product : products.getOrDefault(variable, List.of())) {
        parts.add(ofMatrix(last, product, gradients[next++].expect(TFloat32.class)));
      }
      byVariable.put(
          variable,
          switch (parts.size()) {
            case 0 -> gradients[next++].expect(TFloat32.class);
            case 1 -> parts.get(0);
            default -> last.math.addN(parts);
          });
    }
    return byVariable;
  }

  /** Returns what reads the variable on a way to the loss, in an order that repeats. */
  private List<GraphOperation> readers(GraphVariable variable) {
    return ((GraphOperation) variable.value().op())
        .consumers().stream()
            .filter(reader -> reached.contains(reader.name()))
            .sorted(Comparator.comparing(GraphOperation::name))
            .toList();
  }

  /**
   * Returns whether an operation is {@code x W} or {@code x W^T}, with {@code x} something else.
   */
  private static boolean multiplies(GraphOperation operation, GraphVariable matrix) {
    return operation.type().equals("MatMul")
        && !operation.attributes().getAttrBool("transpose_a")
        && operation.input(1).op().equals(matrix.value().op())
        && !operation.input(0).op().equals(matrix.value().op());
  }

  /** {@code x^T g} for {@code x W}, {@code g^T x} for {@code x W^T}. */
  private static Operand<TFloat32> ofMatrix(
      Ops tf, GraphOperation product, Operand<TFloat32> gradient) {
    Operand<TFloat32> input = product.input(0).expect(TFloat32.class);
    return product.attributes().getAttrBool("transpose_b")
        ? tf.linalg.matMul(gradient, input, MatMul.transposeA(true))
        : tf.linalg.matMul(input, gradient, MatMul.transposeA(true));
  }
}
