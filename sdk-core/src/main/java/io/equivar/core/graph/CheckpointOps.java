package io.equivar.core.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.Restore;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * The operations that save and restore variables. {@code Session.save} is of no use: it silently
 * writes nothing for resource variables.
 */
final class CheckpointOps {

  private CheckpointOps() {}

  /** Adds the operation that writes all variables, by name, to the files of a prefix. */
  static Op save(Ops tf, Operand<TString> prefix, List<GraphVariable> variables) {
    List<Operand<?>> values = new ArrayList<>();
    variables.forEach(variable -> values.add(variable.value()));
    return tf.train.save(prefix, names(tf, variables), wholes(tf, variables), values);
  }

  /** Adds the operation that sets all variables from the files of a prefix. */
  static Op restore(Ops tf, Operand<TString> prefix, List<GraphVariable> variables) {
    List<Class<? extends TType>> types = Collections.nCopies(variables.size(), TFloat32.class);
    Restore restored = tf.train.restore(prefix, names(tf, variables), wholes(tf, variables), types);
    List<Op> assigns = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      assigns.add(tf.assignVariableOp(variables.get(i).handle(), restored.tensors().get(i)));
    }
    return tf.withControlDependencies(assigns).noOp();
  }

  /** Adds {@code bool [variables]}: whether all elements of each are finite numbers. */
  static Operand<TBool> finite(Ops tf, List<GraphVariable> variables) {
    List<Operand<TBool>> finite = new ArrayList<>();
    for (GraphVariable variable : variables) {
      Operand<TFloat32> flat = tf.reshape(variable.value(), tf.constant(new int[] {-1}));
      finite.add(tf.reduceAll(tf.math.isFinite(flat), tf.constant(0)));
    }
    return tf.stack(finite);
  }

  private static Operand<TString> names(Ops tf, List<GraphVariable> variables) {
    return tf.array(variables.stream().map(GraphVariable::name).toArray(String[]::new));
  }

  /** An empty slice specification stands for the whole variable. */
  private static Operand<TString> wholes(Ops tf, List<GraphVariable> variables) {
    return tf.array(variables.stream().map(variable -> "").toArray(String[]::new));
  }
}
