package io.equivar.core.evaluate;

import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.linalg.SelfAdjointEig;
import org.tensorflow.types.TFloat64;

/**
 * Rows of features along the directions in which they differ most. With the centred rows {@code X =
 * U S V'}, component {@code j} of row {@code i} is {@code U[i, j] S[j]}, from the eigenvectors of
 * {@code X X'}; the sign is such that the largest value of a component is positive. For hundreds of
 * rows, of any width. Immutable.
 */
public final class PrincipalComponents {

  private final int rows;
  private final int components;
  private final double[] values;
  private final double[] shares;

  private PrincipalComponents(int rows, int components, double[] values, double[] shares) {
    this.rows = rows;
    this.components = components;
    this.values = values;
    this.shares = shares;
  }

  /**
   * Computes components.
   *
   * @param features {@code [rows, width]}, row-major
   * @param rows at least 1
   * @param width at least 1
   * @param components at least 1; what there is no direction for is 0
   */
  public static PrincipalComponents of(float[] features, int rows, int width, int components) {
    if (rows < 1 || components < 1 || features.length != (long) rows * width) {
      throw new IllegalArgumentException(
          "%d values are no %d rows of %d features".formatted(features.length, rows, width));
    }
    double[] vectors = new double[rows * rows];
    double[] squares = new double[rows];
    decompose(centred(features, rows, width), rows, width, vectors, squares);
    double variance = 0;
    for (double square : squares) {
      variance += Math.max(0, square);
    }
    double[] values = new double[rows * components];
    double[] shares = new double[components];
    for (int j = 0; j < Math.min(components, rows); j++) {
      // TensorFlow gives the smallest first.
      int column = rows - 1 - j;
      double square = Math.max(0, squares[column]);
      shares[j] = variance > 0 ? square / variance : 0;
      double scale = Math.sqrt(square) * sign(vectors, rows, column);
      for (int row = 0; row < rows; row++) {
        values[row * components + j] = scale * vectors[row * rows + column];
      }
    }
    return new PrincipalComponents(rows, components, values, shares);
  }

  private static double[] centred(float[] features, int rows, int width) {
    double[] centred = new double[features.length];
    for (int column = 0; column < width; column++) {
      double mean = 0;
      for (int row = 0; row < rows; row++) {
        mean += features[row * width + column];
      }
      mean /= rows;
      for (int row = 0; row < rows; row++) {
        centred[row * width + column] = features[row * width + column] - mean;
      }
    }
    return centred;
  }

  private static void decompose(
      double[] centred, int rows, int width, double[] vectors, double[] squares) {
    try (ModelGraph graph = ModelGraph.forEvaluation()) {
      Ops tf = graph.tf();
      Placeholder<TFloat64> matrix = tf.placeholder(TFloat64.class);
      SelfAdjointEig<TFloat64> eigen =
          tf.linalg.selfAdjointEig(tf.linalg.matMul(matrix, matrix, MatMul.transposeB(true)));
      try (GraphSession session = new GraphSession(graph, SessionOptions.DEFAULT);
          TFloat64 fed = TFloat64.tensorOf(Shape.of(rows, width), DataBuffers.of(centred));
          Result result =
              session.runner().feed(matrix, fed).fetch(eigen.e()).fetch(eigen.v()).run()) {
        ((TFloat64) result.get(0)).copyTo(DataBuffers.of(squares));
        ((TFloat64) result.get(1)).copyTo(DataBuffers.of(vectors));
      }
    }
  }

  private static double sign(double[] vectors, int rows, int column) {
    double largest = 0;
    for (int row = 0; row < rows; row++) {
      double value = vectors[row * rows + column];
      largest = Math.abs(value) > Math.abs(largest) ? value : largest;
    }
    return largest < 0 ? -1 : 1;
  }

  /** Returns the number of rows. */
  public int rows() {
    return rows;
  }

  /** Returns the number of components. */
  public int components() {
    return components;
  }

  /** Returns a component of a row. */
  public double value(int row, int component) {
    return values[row * components + component];
  }

  /** Returns which part of the variance a component has, in [0, 1]. */
  public double share(int component) {
    return shares[component];
  }
}
