package io.equivar.core.image;

import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import java.util.List;

/** Finds a column by its name. There are few: a search beats a map that is made for every row. */
final class ColumnIndex {

  private ColumnIndex() {}

  static int of(ParameterSpec spec, String name) {
    List<Column> columns = spec.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "there is no column '"
            + name
            + "'; the columns are "
            + columns.stream().map(Column::name).toList());
  }
}
