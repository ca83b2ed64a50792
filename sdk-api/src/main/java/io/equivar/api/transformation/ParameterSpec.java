package io.equivar.api.transformation;

import io.equivar.api.Spi;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parameters of a transformation: named columns with their ranges, and whether they are a
 * <em>label</em>, a description that a network could be taught to predict. Chains of random
 * operations, as AugMix makes them, have parameters but no label. Immutable.
 */
@Spi(Spi.Role.VALUE)
public final class ParameterSpec {

  private static final ParameterSpec NONE = new ParameterSpec(List.of(), true);

  private final List<Column> columns;
  private final boolean label;

  private ParameterSpec(List<Column> columns, boolean label) {
    this.columns = columns;
    this.label = label;
  }

  /** Returns the parameters of a transformation in which nothing is random. */
  public static ParameterSpec none() {
    return NONE;
  }

  /**
   * Makes parameters that are a label.
   *
   * @throws IllegalArgumentException if two columns have one name
   */
  public static ParameterSpec of(Column... columns) {
    return of(List.of(columns));
  }

  /**
   * Makes parameters that are a label.
   *
   * @throws IllegalArgumentException if two columns have one name
   */
  public static ParameterSpec of(List<Column> columns) {
    String twice =
        columns.stream()
            .collect(Collectors.groupingBy(Column::name, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(count -> count.getValue() > 1)
            .map(count -> count.getKey())
            .sorted()
            .collect(Collectors.joining(", "));
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException("columns need different names, got twice: " + twice);
    }
    return new ParameterSpec(List.copyOf(columns), true);
  }

  /** Returns these parameters as ones that are no label. */
  public ParameterSpec withoutLabel() {
    return new ParameterSpec(columns, false);
  }

  /** Returns the columns, in their order. */
  public List<Column> columns() {
    return columns;
  }

  /** Returns whether the parameters describe the transformation well enough to be predicted. */
  public boolean isLabel() {
    return label;
  }

  /** Returns whether nothing is random. */
  public boolean isEmpty() {
    return columns.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterSpec that
        && columns.equals(that.columns)
        && label == that.label;
  }

  @Override
  public int hashCode() {
    return 31 * columns.hashCode() + Boolean.hashCode(label);
  }

  @Override
  public String toString() {
    return columns + (label ? "" : " (no label)");
  }
}
