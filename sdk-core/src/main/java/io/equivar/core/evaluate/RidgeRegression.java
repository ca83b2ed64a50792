package io.equivar.core.evaluate;

import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import io.equivar.core.random.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.Cholesky;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.linalg.TriangularSolve;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * Linear regression with an L2 penalty: with {@code n} rows of features standardised by the mean
 * and deviation of the training rows, and centred targets, it minimises {@code |X W - Y|^2 +
 * penalty n |W|^2}. Solved exactly, in double precision, through the Cholesky factor of {@code X^T
 * X + penalty n I}, or of {@code X X^T + penalty n I} where there are more features than rows.
 *
 * <p>The penalty is the one with the smallest squared error on a part of the training rows that is
 * held out; then all of them are fitted with it.
 *
 * @param penalties to choose from, greater than 0
 * @param validationShare of the training rows, in (0, 1)
 * @param seed of the draw of that part
 */
public record RidgeRegression(List<Double> penalties, double validationShare, long seed) {

  /** Keeps a copy. */
  public RidgeRegression {
    penalties = List.copyOf(penalties);
  }

  /** Returns the usual one: penalties 1e-6, 1e-5... 1e3, a fifth of the rows for the choice. */
  public static RidgeRegression standard(long seed) {
    return new RidgeRegression(
        IntStream.rangeClosed(-6, 3).mapToObj(exponent -> Math.pow(10, exponent)).toList(),
        0.2,
        seed);
  }

  /**
   * Fits, and predicts the targets of other rows.
   *
   * @param training features to fit
   * @param targets of them, group by group; each group has a penalty of its own
   * @param test features of the same width
   * @return the predicted targets of {@code test}, group by group
   * @throws IllegalArgumentException if there are fewer than two training rows, or the sizes do not
   *     fit
   */
  public List<double[][]> predict(
      FeatureRows training, List<double[][]> targets, FeatureRows test) {
    if (training.size() < 2
        || targets.stream().anyMatch(group -> group.length != training.size())
        || training.width() != test.width()) {
      throw new IllegalArgumentException(
          "%d rows of %d features, %d groups of targets, %d test rows of %d features"
              .formatted(
                  training.size(), training.width(), targets.size(), test.size(), test.width()));
    }
    double[][] all = beside(targets);
    double[] best = choose(training, targets, all);
    List<Double> chosen = Arrays.stream(best).distinct().boxed().toList();
    List<double[][]> fits = fit(training, all, test, chosen);
    List<double[][]> predictions = new ArrayList<>();
    int start = 0;
    for (int group = 0; group < best.length; group++) {
      int end = start + targets.get(group)[0].length;
      predictions.add(columns(fits.get(chosen.indexOf(best[group])), start, end));
      start = end;
    }
    return predictions;
  }

  /** Returns the penalty of each group with the least error on rows that are held out. */
  private double[] choose(FeatureRows training, List<double[][]> targets, double[][] all) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, training.size()).boxed().toList());
    Collections.shuffle(order, new Random(Seeds.derive(seed, "validation")));
    int held = Math.max(1, Math.min((int) (validationShare * order.size()), order.size() - 1));
    int[] validation = order.stream().limit(held).mapToInt(Integer::intValue).sorted().toArray();
    int[] rest = order.stream().skip(held).mapToInt(Integer::intValue).sorted().toArray();
    List<double[][]> predictions =
        fit(training.rows(rest), rows(all, rest), training.rows(validation), penalties);
    double[] best = new double[targets.size()];
    int start = 0;
    for (int group = 0; group < best.length; group++) {
      double[][] wanted = rows(targets.get(group), validation);
      int end = start + wanted[0].length;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < penalties.size(); i++) {
        double error = squaredError(columns(predictions.get(i), start, end), wanted);
        if (error < least) {
          least = error;
          best[group] = penalties.get(i);
        }
      }
      start = end;
    }
    return best;
  }

  private static double[][] beside(List<double[][]> groups) {
    return IntStream.range(0, groups.get(0).length)
        .mapToObj(
            row -> groups.stream().flatMapToDouble(group -> Arrays.stream(group[row])).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] columns(double[][] rows, int start, int end) {
    return Arrays.stream(rows)
        .map(row -> Arrays.copyOfRange(row, start, end))
        .toArray(double[][]::new);
  }

  private static double[][] rows(double[][] all, int[] chosen) {
    return Arrays.stream(chosen).mapToObj(row -> all[row]).toArray(double[][]::new);
  }

  private static double squaredError(double[][] predictions, double[][] targets) {
    double sum = 0;
    for (int row = 0; row < targets.length; row++) {
      for (int j = 0; j < targets[row].length; j++) {
        double error = predictions[row][j] - targets[row][j];
        sum += error * error;
      }
    }
    return sum;
  }

  /** Returns the predictions for {@code test} of a fit with each penalty. */
  private static List<double[][]> fit(
      FeatureRows training, double[][] targets, FeatureRows test, List<Double> penalties) {
    Standardization standardization = Standardization.of(training);
    double[] means = means(targets);
    int columns = means.length;
    double[] centred = new double[targets.length * columns];
    for (int row = 0; row < targets.length; row++) {
      for (int j = 0; j < columns; j++) {
        centred[row * columns + j] = targets[row][j] - means[j];
      }
    }
    List<double[][]> predictions = new ArrayList<>();
    try (Solver solver = new Solver(training.size(), training.width());
        TFloat32 x = matrix(standardization.apply(training), training.size(), training.width());
        TFloat32 other = matrix(standardization.apply(test), test.size(), test.width());
        TFloat64 y =
            TFloat64.tensorOf(Shape.of(targets.length, columns), DataBuffers.of(centred))) {
      solver.take(x);
      for (double penalty : penalties) {
        double[] flat = solver.predict(x, y, other, penalty * training.size());
        double[][] rows = new double[test.size()][columns];
        for (int row = 0; row < rows.length; row++) {
          for (int j = 0; j < columns; j++) {
            rows[row][j] = flat[row * columns + j] + means[j];
          }
        }
        predictions.add(rows);
      }
    }
    return predictions;
  }

  /** Returns the mean of each target. */
  static double[] means(double[][] targets) {
    double[] means = new double[targets[0].length];
    for (double[] row : targets) {
      for (int j = 0; j < means.length; j++) {
        means[j] += row[j] / targets.length;
      }
    }
    return means;
  }

  private static TFloat32 matrix(float[] values, int rows, int columns) {
    return TFloat32.tensorOf(Shape.of(rows, columns), DataBuffers.of(values));
  }

  /** Keeps {@code X^T X}, or {@code X X^T}, between fits. */
  private static final class Solver implements AutoCloseable {

    private final ModelGraph graph = ModelGraph.forEvaluation();
    private final int side;
    private final Placeholder<TFloat32> features;
    private final Placeholder<TFloat32> others;
    private final Placeholder<TFloat64> targets;
    private final Placeholder<TFloat64> products;
    private final Placeholder<TFloat64> penalty;
    private final Operand<TFloat64> computedProducts;
    private final Operand<TFloat64> predictions;
    private final GraphSession session;
    private TFloat64 kept = TFloat64.scalarOf(0);

    Solver(int rows, int width) {
      boolean dual = width > rows;
      side = Math.min(rows, width);
      Ops tf = graph.tf();
      features = tf.placeholder(TFloat32.class);
      others = tf.placeholder(TFloat32.class);
      targets = tf.placeholder(TFloat64.class);
      products = tf.placeholder(TFloat64.class, Placeholder.shape(Shape.of(side, side)));
      penalty = tf.placeholder(TFloat64.class, Placeholder.shape(Shape.scalar()));
      Operand<TFloat64> x = tf.dtypes.cast(features, TFloat64.class);
      Operand<TFloat64> other = tf.dtypes.cast(others, TFloat64.class);
      computedProducts =
          dual
              ? tf.linalg.matMul(x, x, MatMul.transposeB(true))
              : tf.linalg.matMul(x, x, MatMul.transposeA(true));
      Operand<TFloat64> diagonal =
          tf.linalg.tensorDiag(tf.fill(tf.constant(new int[] {side}), penalty));
      Cholesky<TFloat64> factor = tf.linalg.cholesky(tf.math.add(products, diagonal));
      if (dual) {
        Operand<TFloat64> weights = solve(tf, factor, targets);
        predictions =
            tf.linalg.matMul(tf.linalg.matMul(other, x, MatMul.transposeB(true)), weights);
      } else {
        Operand<TFloat64> right = tf.linalg.matMul(x, targets, MatMul.transposeA(true));
        predictions = tf.linalg.matMul(other, solve(tf, factor, right));
      }
      session = new GraphSession(graph, SessionOptions.DEFAULT);
    }

    private static Operand<TFloat64> solve(
        Ops tf, Operand<TFloat64> factor, Operand<TFloat64> right) {
      Operand<TFloat64> half =
          tf.linalg.triangularSolve(factor, right, TriangularSolve.lower(true));
      return tf.linalg.triangularSolve(
          factor, half, TriangularSolve.lower(true), TriangularSolve.adjoint(true));
    }

    void take(TFloat32 x) {
      kept.close();
      double[] values = new double[Math.multiplyExact(side, side)];
      try (Result result = session.runner().feed(features, x).fetch(computedProducts).run()) {
        ((TFloat64) result.get(0)).copyTo(DataBuffers.of(values));
      }
      kept = TFloat64.tensorOf(Shape.of(side, side), DataBuffers.of(values));
    }

    double[] predict(TFloat32 x, TFloat64 y, TFloat32 other, double weight) {
      try (TFloat64 fedPenalty = TFloat64.scalarOf(weight);
          Result result =
              session
                  .runner()
                  .feed(features, x)
                  .feed(targets, y)
                  .feed(others, other)
                  .feed(products, kept)
                  .feed(penalty, fedPenalty)
                  .fetch(predictions)
                  .run()) {
        TFloat64 values = (TFloat64) result.get(0);
        double[] copy = new double[Math.toIntExact(values.shape().size())];
        values.copyTo(DataBuffers.of(copy));
        return copy;
      }
    }

    @Override
    public void close() {
      kept.close();
      session.close();
      graph.close();
    }
  }
}
