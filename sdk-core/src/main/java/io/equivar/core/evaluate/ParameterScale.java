package io.equivar.core.evaluate;

import io.equivar.api.transformation.Column;
import io.equivar.core.pipeline.ParameterTable;
import io.equivar.core.pipeline.PlacedStep;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The parameters of a step whose values have an order and differ, scaled from the range of each
 * column to [0, 1].
 *
 * @param step the step
 * @param columns its columns that are neither categorical nor of a single value
 */
record ParameterScale(PlacedStep step, List<Column> columns) {

  /** The view that is transformed. */
  static final int VERSION = 1;

  private static final double MIDDLE = 0.5;

  static ParameterScale of(PlacedStep step) {
    return new ParameterScale(
        step,
        step.spec().columns().stream()
            .filter(column -> column.kind() != Column.Kind.CATEGORICAL)
            .filter(column -> column.min() < column.max())
            .toList());
  }

  /** Writes the parameters of an image's version; the middle of the range where none apply. */
  void write(ParameterTable drawn, int image, double[] target, int start) {
    boolean applied = drawn.applied(VERSION, image, step);
    Map<String, Float> row = drawn.row(VERSION, image, step);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      double value = Objects.requireNonNull(row.get(column.name()));
      target[start + i] = applied ? (value - column.min()) / (column.max() - column.min()) : MIDDLE;
    }
  }
}
