package io.equivar.tck;

import io.equivar.core.graph.GraphVariable;
import io.equivar.core.graph.ModelGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;

/** What can be seen of a graph without running it. */
final class GraphRules {

  /** TensorFlow calls randomness stateless where it is seeded by an input. */
  private static final Pattern SEEDED = Pattern.compile("Stateless(?!If$|While$|Case$).*");

  private static final String READ = ".read";

  private GraphRules() {}

  /** Lists the operations with randomness or state of their own, the core's variables apart. */
  static List<String> impure(ModelGraph graph) {
    Set<String> known = new HashSet<>();
    for (GraphVariable variable : graph.variables()) {
      known.add(variable.name());
      known.add(variable.name() + READ);
      known.add(variable.name() + ".assign");
    }
    List<String> impure = new ArrayList<>();
    Iterator<GraphOperation> operations = graph.graph().operations();
    while (operations.hasNext()) {
      GraphOperation operation = operations.next();
      boolean random = SEEDED.matcher(operation.type()).matches();
      if (random
          || (TensorFlow.isOpStateful(operation.type()) && !known.contains(operation.name()))) {
        impure.add(operation.name() + " (" + operation.type() + ")");
      }
    }
    return impure;
  }

  /** Returns all that an operand is computed from, itself included, as {@link #key} names it. */
  static Set<String> sources(Operand<?> operand) {
    return sources(operand, false);
  }

  /** Returns the part of the {@link #sources} that a gradient reaches. */
  static Set<String> gradientPath(Operand<?> operand) {
    return sources(operand, true);
  }

  /** Returns the one operation that reads a variable; a moving average hides it from gradients. */
  static Output<?> read(ModelGraph graph, GraphVariable variable) {
    return graph.graph().operation(variable.name() + READ).output(0);
  }

  /** Names an output of an operation. */
  static String key(Operand<?> operand) {
    return operand.asOutput().op().name() + ":" + operand.asOutput().index();
  }

  private static Set<String> sources(Operand<?> operand, boolean stopped) {
    Set<String> seen = new HashSet<>();
    Deque<Output<?>> open = new ArrayDeque<>();
    open.add(operand.asOutput());
    while (!open.isEmpty()) {
      Output<?> output = open.remove();
      GraphOperation operation = (GraphOperation) output.op();
      if (seen.add(key(output)) && !(stopped && operation.type().equals("StopGradient"))) {
        for (int i = 0; i < operation.numInputs(); i++) {
          open.add(operation.input(i));
        }
      }
    }
    return seen;
  }
}
