package io.equivar.core.evaluate;

import io.equivar.core.data.Factors;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that stand for a factor in a regression: the value itself; for one that goes round,
 * cosine and sine of its angle, because values at both ends of its range are near each other; and
 * both coordinates for the place.
 *
 * @param name of the factor
 * @param columns of {@link Factors}
 */
public record FactorTargets(String name, List<String> columns) {

  private static final String POSITION = "position";
  private static final List<String> COORDINATES = List.of("x", "y");

  /** Keeps a copy. */
  public FactorTargets {
    columns = List.copyOf(columns);
  }

  /** Returns the targets of all factors; {@code x} and {@code y} are also taken as a position. */
  public static List<FactorTargets> of(Factors factors) {
    List<FactorTargets> targets = new ArrayList<>();
    if (factors.names().containsAll(COORDINATES)) {
      targets.add(new FactorTargets(POSITION, COORDINATES));
    }
    factors.names().forEach(name -> targets.add(new FactorTargets(name, List.of(name))));
    return targets;
  }

  /** Returns the numbers that stand for the factor of some images. */
  public double[][] values(Factors factors, int[] images) {
    double[][] rows = new double[images.length][];
    for (int row = 0; row < rows.length; row++) {
      List<Double> values = new ArrayList<>();
      for (String column : columns) {
        double value = factors.value(images[row], column);
        if (factors.period(column).isPresent()) {
          double angle = 2 * Math.PI * value / factors.period(column).get();
          values.add(Math.cos(angle));
          values.add(Math.sin(angle));
        } else {
          values.add(value);
        }
      }
      rows[row] = values.stream().mapToDouble(Double::doubleValue).toArray();
    }
    return rows;
  }

  /**
   * Returns R2: 1 less the squared error by the squared distance from the mean, each summed over
   * rows and columns; 0 where the targets never change.
   */
  public static double explained(double[][] predictions, double[][] targets) {
    double[] means = new double[targets[0].length];
    for (double[] target : targets) {
      for (int j = 0; j < means.length; j++) {
        means[j] += target[j] / targets.length;
      }
    }
    double errors = 0;
    double distances = 0;
    for (int row = 0; row < targets.length; row++) {
      for (int j = 0; j < means.length; j++) {
        double error = predictions[row][j] - targets[row][j];
        double distance = targets[row][j] - means[j];
        errors += error * error;
        distances += distance * distance;
      }
    }
    return distances == 0 ? 0 : 1 - errors / distances;
  }
}
