package io.equivar.core.image;

import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Parameters that are the columns of a table in the graph. */
public final class TableParameters implements Parameters {

  private final Ops tf;
  private final Operand<TFloat32> table;
  private final ParameterSpec spec;

  /**
   * Names the columns of a table.
   *
   * @param tf names and scope of all operations that are added
   * @param table {@code [batch, columns]}
   * @param spec the columns, in the table's order
   */
  public TableParameters(Ops tf, Operand<TFloat32> table, ParameterSpec spec) {
    this.tf = tf;
    this.table = table;
    this.spec = spec;
  }

  @Override
  public Operand<TFloat32> column(String name) {
    return tf.stridedSlice(table, Indices.all(), Indices.at(ColumnIndex.of(spec, name)));
  }

  @Override
  public Operand<TFloat32> table() {
    return table;
  }
}
