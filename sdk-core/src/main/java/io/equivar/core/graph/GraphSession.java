package io.equivar.core.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;

/** Runs a {@link ModelGraph} and gives access to its variables. Close it before the graph. */
public final class GraphSession implements AutoCloseable {

  /** Elements of a variable that is set by itself. */
  private static final int LARGE = 1 << 20;

  private final ModelGraph graph;
  private final Session session;
  private final Placeholder<TString> checkpoint;
  private final Optional<Op> save;
  private final Optional<Op> restore;
  private final Optional<Operand<TBool>> finite;

  /** Opens a session on a finished graph: no variable may be made afterwards. */
  public GraphSession(ModelGraph graph, SessionOptions options) {
    this.graph = graph;
    Ops tf = graph.tf().withSubScope("checkpoint");
    this.checkpoint = tf.placeholder(TString.class);
    List<GraphVariable> variables = List.copyOf(graph.variables());
    boolean none = variables.isEmpty();
    this.save =
        none ? Optional.empty() : Optional.of(CheckpointOps.save(tf, checkpoint, variables));
    this.restore =
        none ? Optional.empty() : Optional.of(CheckpointOps.restore(tf, checkpoint, variables));
    this.finite = none ? Optional.empty() : Optional.of(CheckpointOps.finite(tf, variables));
    this.session = new Session(graph.graph(), options.toProto());
  }

  /** Gives every variable its initial value. */
  public void initialize(long seed) {
    initialize(seed, Map.of());
  }

  /**
   * Gives every variable its initial value: small ones all in one run, each large one in its own,
   * so that few of them are in memory twice.
   *
   * @param given values by the name of the variable, row-major; also for the moving average of such
   *     a variable, which starts as its copy
   * @throws IllegalArgumentException if a number of values is not the variable's
   */
  public void initialize(long seed, Map<String, float[]> given) {
    List<GraphVariable> together = new ArrayList<>();
    for (GraphVariable variable : graph.variables()) {
      boolean zeros = variable.assignZeros().isPresent();
      if (!zeros && variable.size() > LARGE) {
        assign(List.of(variable), seed, given);
      } else {
        together.add(variable);
      }
    }
    if (!together.isEmpty()) {
      assign(together, seed, given);
    }
  }

  private void assign(List<GraphVariable> variables, long seed, Map<String, float[]> given) {
    List<TFloat32> values = new ArrayList<>();
    try {
      Session.Runner runner = session.runner();
      for (GraphVariable variable : variables) {
        float[] start = given.get(variable.initialName());
        if (start == null && variable.assignZeros().isPresent()) {
          runner.addTarget(variable.assignZeros().get());
        } else {
          TFloat32 value = tensor(variable, start == null ? variable.initialValue(seed) : start);
          values.add(value);
          runner.feed(variable.newValue(), value).addTarget(variable.assign());
        }
      }
      runner.run().close();
    } finally {
      values.forEach(TFloat32::close);
    }
  }

  /** Starts a run; close its result and every tensor that is fed. */
  public Session.Runner runner() {
    return session.runner();
  }

  /** Returns a variable's elements, row-major. */
  public float[] read(String variable) {
    return fetch(graph.variable(variable).value());
  }

  /** Returns the elements of something that depends on variables alone, row-major. */
  public float[] fetch(Operand<TFloat32> operand) {
    try (Result result = session.runner().fetch(operand).run()) {
      return floats(result.get(0));
    }
  }

  /**
   * Sets a variable.
   *
   * @param values its elements, row-major
   * @throws IllegalArgumentException if their number is not the variable's
   */
  public void write(String variable, float[] values) {
    write(graph.variable(variable), values);
  }

  private void write(GraphVariable variable, float[] values) {
    try (TFloat32 tensor = tensor(variable, values)) {
      session.runner().feed(variable.newValue(), tensor).addTarget(variable.assign()).run().close();
    }
  }

  private static TFloat32 tensor(GraphVariable variable, float[] values) {
    if (values.length != variable.size()) {
      throw new IllegalArgumentException(
          "variable "
              + variable.name()
              + " of shape "
              + variable.shape()
              + " takes "
              + variable.size()
              + " values, got "
              + values.length);
    }
    return TFloat32.tensorOf(variable.shape(), DataBuffers.of(values));
  }

  /** Returns the name of a variable that has an element that is no finite number, if one has. */
  public Optional<String> notFinite() {
    if (finite.isEmpty()) {
      return Optional.empty();
    }
    try (Result result = session.runner().fetch(finite.get()).run()) {
      TBool all = (TBool) result.get(0);
      List<GraphVariable> variables = List.copyOf(graph.variables());
      return IntStream.range(0, variables.size())
          .filter(place -> !all.getBoolean(place))
          .mapToObj(place -> variables.get(place).name())
          .findFirst();
    }
  }

  /**
   * Saves all variables.
   *
   * @param prefix the start of the names of the files that are written
   */
  public void save(Path prefix) {
    runCheckpoint(save, prefix);
  }

  /**
   * Restores all variables.
   *
   * @param prefix as it was saved
   * @throws org.tensorflow.exceptions.TensorFlowException if a file is missing or damaged, or lacks
   *     a variable of this graph
   */
  public void restore(Path prefix) {
    runCheckpoint(restore, prefix);
  }

  private void runCheckpoint(Optional<Op> target, Path prefix) {
    Op operation =
        target.orElseThrow(() -> new IllegalStateException("the graph has no variables to save"));
    try (TString file = TString.scalarOf(prefix.toAbsolutePath().toString())) {
      session.runner().feed(checkpoint, file).addTarget(operation).run().close();
    }
  }

  /** Copies a tensor's elements, row-major. */
  public static float[] floats(Tensor tensor) {
    TFloat32 values = (TFloat32) tensor;
    float[] copy = new float[Math.toIntExact(values.shape().size())];
    values.copyTo(DataBuffers.of(copy));
    return copy;
  }

  @Override
  public void close() {
    session.close();
  }
}
