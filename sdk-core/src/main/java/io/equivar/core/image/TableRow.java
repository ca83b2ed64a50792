package io.equivar.core.image;

import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Row;
import java.util.Objects;

/** A row that writes to its place in a table, where {@link TableParameters} read it. */
public final class TableRow implements Row {

  private final ParameterSpec spec;
  private final float[] table;
  private final int offset;

  /**
   * Makes a row.
   *
   * @param spec the columns
   * @param table row-major values of many rows, possibly of several transformations
   * @param offset where this row's first value lies
   * @throws IndexOutOfBoundsException if the row does not lie within the table
   */
  public TableRow(ParameterSpec spec, float[] table, int offset) {
    Objects.checkFromIndexSize(offset, spec.columns().size(), table.length);
    this.spec = spec;
    this.table = table;
    this.offset = offset;
  }

  @Override
  public void set(String column, double value) {
    int index = ColumnIndex.of(spec, column);
    Column described = spec.columns().get(index);
    if (!holds(described, value)) {
      throw new IllegalArgumentException(
          "column "
              + column
              + (described.kind() == Column.Kind.CONTINUOUS ? " takes" : " takes whole")
              + " numbers in ["
              + described.min()
              + ", "
              + described.max()
              + "], got "
              + value);
    }
    table[offset + index] = (float) value;
  }

  /** The table is float32: a value read from it must be accepted again, so the range is, too. */
  private static boolean holds(Column column, double value) {
    float kept = (float) value;
    boolean inRange = kept >= (float) column.min() && kept <= (float) column.max();
    return inRange && (column.kind() == Column.Kind.CONTINUOUS || value == Math.rint(value));
  }

  @Override
  public double get(String column) {
    return table[offset + ColumnIndex.of(spec, column)];
  }
}
