package io.equivar.core.graph;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;

/**
 * A TensorFlow graph under construction and the variables made in it, by name and in the order of
 * their making. Not thread-safe. Close it after every session that runs it.
 */
public final class ModelGraph implements AutoCloseable {

  private static final String AVERAGED = "averaged";

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Map<String, GraphVariable> variables = new LinkedHashMap<>();
  private final boolean training;
  private final Convolutions convolutions;
  private final @Nullable Map<String, float[]> constants;

  private ModelGraph(
      boolean training, Convolutions convolutions, @Nullable Map<String, float[]> constants) {
    this.training = training;
    this.convolutions = convolutions;
    this.constants = constants;
  }

  /** Starts a graph that trains: batch statistics are used, updates are made. */
  public static ModelGraph forTraining() {
    return forTraining(Convolutions.REPEATABLE);
  }

  /**
   * Starts a graph that trains.
   *
   * @param convolutions how they are computed
   */
  public static ModelGraph forTraining(Convolutions convolutions) {
    return new ModelGraph(true, convolutions, null);
  }

  /** Starts a graph that evaluates: running statistics are used, nothing changes. */
  public static ModelGraph forEvaluation() {
    return new ModelGraph(false, Convolutions.REPEATABLE, null);
  }

  /**
   * Starts a graph that evaluates and has no variables: what would be one is a constant.
   *
   * @param values by the name of the variable, row-major
   */
  public static ModelGraph frozen(Map<String, float[]> values) {
    return new ModelGraph(false, Convolutions.REPEATABLE, Map.copyOf(values));
  }

  /** Returns the outermost context. */
  public GraphContext context() {
    return new CoreGraphContext(this, tf, "");
  }

  /** Returns TensorFlow's operations outside any scope. */
  public Ops tf() {
    return tf;
  }

  /** Returns the TensorFlow graph. */
  public Graph graph() {
    return graph;
  }

  /** Returns whether the graph trains. */
  public boolean training() {
    return training;
  }

  /** Returns how convolutions are computed. */
  Convolutions convolutions() {
    return convolutions;
  }

  /** Returns all variables, in the order of their making. */
  public Collection<GraphVariable> variables() {
    return List.copyOf(variables.values());
  }

  /** Returns the variables that gradients train. */
  public List<GraphVariable> trainable() {
    return variables.values().stream().filter(GraphVariable::trainable).toList();
  }

  /**
   * Returns a variable.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public GraphVariable variable(String name) {
    GraphVariable variable = variables.get(name);
    if (variable == null) {
      throw new IllegalArgumentException("the graph has no variable " + name);
    }
    return variable;
  }

  /** Makes a variable, or the constant that stands for it. */
  Variable variable(String fullName, VariableSpec spec) {
    if (constants == null) {
      return makeVariable(fullName, spec);
    }
    float[] values = constants.get(fullName);
    if (values == null) {
      throw new IllegalArgumentException("no value is given for " + fullName);
    }
    return new FrozenVariable(
        fullName,
        spec.shape(),
        tf.withName(fullName).constant(spec.shape(), DataBuffers.of(values)));
  }

  /**
   * Makes a variable.
   *
   * @param fullName levels separated by dots
   * @param spec everything but the name
   * @throws IllegalArgumentException if there is a variable of that name
   */
  public GraphVariable makeVariable(String fullName, VariableSpec spec) {
    if (variables.containsKey(fullName)) {
      throw new IllegalArgumentException(
          "variable "
              + fullName
              + " exists already: to share weights, make the layer once and apply it twice");
    }
    GraphVariable variable = new GraphVariable(this, fullName, spec);
    variables.put(fullName, variable);
    return variable;
  }

  /** Returns the variable that follows {@code original} as its moving average, made on demand. */
  GraphVariable averaged(GraphVariable original, VariableSpec spec) {
    String name = AVERAGED + "." + original.name();
    @Nullable GraphVariable existing = variables.get(name);
    if (existing != null) {
      return existing;
    }
    long[] sizes = spec.shape().asArray();
    GraphVariable shadow =
        makeVariable(name, VariableSpec.state(spec.name(), spec.initializer(), sizes));
    shadow.follow(original);
    return shadow;
  }

  @Override
  public void close() {
    graph.close();
  }
}
