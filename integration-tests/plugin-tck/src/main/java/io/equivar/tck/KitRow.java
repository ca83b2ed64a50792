package io.equivar.tck;

import io.equivar.api.transformation.Column;
import io.equivar.api.transformation.ParameterSpec;
import io.equivar.api.transformation.Row;
import io.equivar.api.transformation.SampledTransformation;
import io.equivar.core.random.Seeds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A row that takes every value under every name, so that one rule's breach does not stop the tests
 * of the others: what is applied is brought into range first.
 */
final class KitRow implements Row {

  private final ParameterSpec spec;
  private final Map<String, Double> values = new LinkedHashMap<>();

  KitRow(ParameterSpec spec) {
    this.spec = spec;
  }

  /** Draws a row; neighbouring seeds give unrelated rows. */
  static KitRow drawn(SampledTransformation transformation, long seed) {
    KitRow row = new KitRow(transformation.parameters());
    transformation.sample(Seeds.generator(Seeds.derive(seed, 0L)), row);
    return row;
  }

  @Override
  public void set(String column, double value) {
    values.put(column, value);
  }

  @Override
  public double get(String column) {
    return values.getOrDefault(column, 0.0);
  }

  /** Returns what was set, as it was set. */
  Map<String, Double> values() {
    return values;
  }

  /** Returns the names that were set. */
  Set<String> names() {
    return new TreeSet<>(values.keySet());
  }

  /** Returns a row that is fit to be applied: every column set, to a value in its range. */
  KitRow usable() {
    KitRow row = new KitRow(spec);
    spec.columns().forEach(column -> row.set(column.name(), usable(column)));
    return row;
  }

  /** Writes the usable values, in the columns' order. */
  void writeTo(float[] table, int offset) {
    for (int i = 0; i < spec.columns().size(); i++) {
      table[offset + i] = (float) usable(spec.columns().get(i));
    }
  }

  private double usable(Column column) {
    double value = get(column.name());
    double inside = value >= column.min() ? Math.min(value, column.max()) : column.min();
    return column.kind() == Column.Kind.CONTINUOUS ? inside : Math.rint(inside);
  }

  /** Tells whether a column takes a value; both are kept in single precision. */
  static boolean accepts(Column column, double value) {
    boolean inside = (float) value >= (float) column.min() && (float) value <= (float) column.max();
    return inside && (column.kind() == Column.Kind.CONTINUOUS || value == Math.rint(value));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KitRow that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(values);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
