package io.equivar.core.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Numbers that describe how every image of a set came about, such as the place and the hue of what
 * it shows: one named column per factor, one row per image. Immutable.
 */
public final class Factors {

  private final List<String> names;
  private final double[][] rows;
  private final Map<String, Double> periods;

  private Factors(List<String> names, double[][] rows, Map<String, Double> periods) {
    this.names = names;
    this.rows = rows;
    this.periods = periods;
  }

  /**
   * Makes the table.
   *
   * @param names the columns, different from each other
   * @param rows a value per column for every image
   * @throws IllegalArgumentException if a row has another number of values than there are columns
   */
  public static Factors of(List<String> names, List<double[]> rows) {
    for (double[] row : rows) {
      if (row.length != names.size()) {
        throw new IllegalArgumentException(
            "factors " + names + " need as many values per image, got " + row.length);
      }
    }
    return new Factors(
        List.copyOf(names), rows.stream().map(double[]::clone).toArray(double[][]::new), Map.of());
  }

  /**
   * Returns these factors with a column that goes round: values that differ by the period mean the
   * same, as a hue's by one turn.
   *
   * @param name one of {@link #names()}
   * @param period greater than 0
   * @throws IllegalArgumentException if there is no such column, or the period is not positive
   */
  public Factors withPeriod(String name, double period) {
    if (!names.contains(name) || !(period > 0)) {
      throw new IllegalArgumentException(
          "factors are " + names + " and periods positive, got '" + name + "', " + period);
    }
    Map<String, Double> more = new LinkedHashMap<>(periods);
    more.put(name, period);
    return new Factors(names, rows, Map.copyOf(more));
  }

  /**
   * Returns the factors of some images, in the given order.
   *
   * @param images in [0, {@link #size()})
   */
  Factors of(int[] images) {
    return new Factors(
        names,
        Arrays.stream(images).mapToObj(image -> rows[image]).toArray(double[][]::new),
        periods);
  }

  /** Returns the period of a column; empty for one that does not go round. */
  public Optional<Double> period(String name) {
    return Optional.ofNullable(periods.get(name));
  }

  /** Returns the names of the columns. */
  public List<String> names() {
    return names;
  }

  /** Returns the number of images. */
  public int size() {
    return rows.length;
  }

  /**
   * Returns one value.
   *
   * @param image in [0, {@link #size()})
   * @param name one of {@link #names()}
   * @throws IndexOutOfBoundsException if there is no such image
   * @throws IllegalArgumentException if there is no such column
   */
  public double value(int image, String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("factors are " + names + ", got '" + name + "'");
    }
    return rows[Objects.checkIndex(image, rows.length)][column];
  }
}
