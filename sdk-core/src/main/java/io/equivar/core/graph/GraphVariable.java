package io.equivar.core.graph;

import io.equivar.api.graph.Variable;
import io.equivar.api.graph.VariableSpec;
import io.equivar.core.random.Seeds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/** A resource variable with the one operation that reads it and what is to become of it. */
public final class GraphVariable implements Variable {

  private final ModelGraph graph;
  private final String name;
  private final VariableSpec spec;
  private final VarHandleOp handle;
  private final Operand<TFloat32> read;
  private Operand<TFloat32> value;
  private final Placeholder<TFloat32> newValue;
  private final Op assign;
  private final Optional<Op> assignZeros;
  private @Nullable Operand<TFloat32> declared;
  private @Nullable GraphVariable original;

  GraphVariable(ModelGraph graph, String name, VariableSpec spec) {
    this.graph = graph;
    this.name = name;
    this.spec = spec;
    Ops tf = graph.tf();
    handle =
        tf.withName(name).varHandleOp(TFloat32.class, spec.shape(), VarHandleOp.sharedName(name));
    read = tf.withName(name + ".read").readVariableOp(handle, TFloat32.class);
    value = read;
    newValue =
        tf.withName(name + ".new").placeholder(TFloat32.class, Placeholder.shape(spec.shape()));
    assign = tf.withName(name + ".assign").assignVariableOp(handle, newValue);
    assignZeros =
        spec.initializer() instanceof Zeros
            ? Optional.of(
                tf.withName(name + ".zeros")
                    .assignVariableOp(
                        handle, tf.fill(tf.constant(spec.shape().asArray()), tf.constant(0f))))
            : Optional.empty();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Shape shape() {
    return spec.shape();
  }

  /** Returns the number of elements. */
  public int size() {
    return Math.toIntExact(spec.shape().size());
  }

  /** Returns whether gradients train the variable. */
  public boolean trainable() {
    return spec.trainable();
  }

  /** Returns whether weight decay applies. */
  public boolean weightDecay() {
    return spec.weightDecay();
  }

  /** Returns the resource, for operations that change it. */
  public VarHandleOp handle() {
    return handle;
  }

  @Override
  public Operand<TFloat32> value() {
    return value;
  }

  @Override
  public Operand<TFloat32> latest() {
    return declared == null ? value : declared;
  }

  @Override
  public void update(Operand<TFloat32> newValue) {
    if (spec.trainable()) {
      throw new IllegalStateException(
          "variable " + name + " is trainable: only the optimiser updates it");
    }
    if (graph.training()) {
      declared = newValue;
    }
  }

  /** Returns the value declared for the end of the step, if any. */
  public Optional<Operand<TFloat32>> declared() {
    return Optional.ofNullable(declared);
  }

  @Override
  public GraphVariable averaged() {
    return original == null ? graph.averaged(this, spec) : this;
  }

  /** Returns the trainable variable whose moving average this one is, if it is one. */
  public Optional<GraphVariable> follows() {
    return Optional.ofNullable(original).filter(GraphVariable::trainable);
  }

  /** Makes this the moving average of another variable, which no gradient reaches. */
  void follow(GraphVariable followed) {
    this.original = followed;
    this.value = graph.tf().stopGradient(read);
  }

  /** Returns the name under which the initial value is drawn or looked up. */
  String initialName() {
    // A moving average starts as a copy of what it follows.
    return original == null ? name : original.name;
  }

  /** Makes the initial value, which depends on the seed and the variable's name alone. */
  float[] initialValue(long seed) {
    float[] values = new float[size()];
    spec.initializer().fill(Seeds.generator(Seeds.derive(seed, initialName())), values);
    return values;
  }

  /** Returns what is fed to {@link #assign()}. */
  Placeholder<TFloat32> newValue() {
    return newValue;
  }

  /** Returns the operation that sets the variable to zeros, if it starts with them. */
  Optional<Op> assignZeros() {
    return assignZeros;
  }

  /** Returns the operation that sets the variable from outside. */
  Op assign() {
    return assign;
  }
}
