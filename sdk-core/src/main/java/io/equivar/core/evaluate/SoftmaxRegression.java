package io.equivar.core.evaluate;

import com.github.lbfgs4j.liblbfgs.Lbfgs;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.LBFGS_Param;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.ReturnValue;
import com.github.lbfgs4j.liblbfgs.MutableDouble;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.linalg.TriangularSolve;
import org.tensorflow.types.TFloat64;

/**
 * Fits softmax regressions to features: minimises {@code sum over rows of -log softmax(W x)[y] +
 * weight |W|^2} by L-BFGS, in double precision; the last element of every {@code x} is 1 and makes
 * the biases. The features are held once, for any number of fits. Not thread-safe.
 *
 * <p>L-BFGS runs in coordinates {@code V = L^T W}, where {@code L L^T = X^T diag(s) X + 2 weight I}
 * with {@code s = mean over the classes of p (1 - p)} is the curvature where a fit of a similar
 * weight started. The minimum is the same, but a network's features, whose variances differ by
 * orders of magnitude, no longer take thousands of iterations.
 */
public final class SoftmaxRegression implements AutoCloseable {

  /** The paper's limit. */
  public static final int MOST_ITERATIONS = 5000;

  private static final int CORRECTIONS = 10;

  /** Of the gradient's norm, relative to that of the parameters. */
  private static final double PRECISION = 1e-5;

  /** Penalties that differ by less than this factor share a curvature. */
  private static final double SAME_CURVATURE = 10;

  /** Keeps the curvature's factor defined; relative to the curvature. */
  private static final double SMALLEST_CURVATURE = 1e-9;

  private final int width;
  private final int classes;
  private final ModelGraph graph = ModelGraph.forEvaluation();
  private final Placeholder<TFloat64> features;
  private final Placeholder<TFloat64> targets;
  private final Placeholder<TFloat64> penalty;
  private final Placeholder<TFloat64> parameters;
  private final Placeholder<TFloat64> factor;
  private final Placeholder<TFloat64> coordinates;
  private final Operand<TFloat64> factorAtStart;
  private final Operand<TFloat64> toCoordinates;
  private final Operand<TFloat64> toParameters;
  private final Objective objective;
  private final GraphSession session;
  private final TFloat64 rows;
  private final TFloat64 oneHot;
  private @Nullable Curvature curvature;

  /** {@code L}, for classifiers of penalties near {@code weight}. */
  private record Curvature(double weight, TFloat64 factor, Result owner) {

    boolean fits(double other) {
      return other <= weight * SAME_CURVATURE && weight <= other * SAME_CURVATURE;
    }
  }

  /** The objective at {@link #coordinates} and its gradient. */
  private record Objective(Operand<TFloat64> value, Operand<TFloat64> gradient) {}

  /**
   * Takes the features to fit.
   *
   * @param training with labels in [0, {@code classes})
   * @param classes number of classes, at least 2
   */
  public SoftmaxRegression(LabelledFeatures training, int classes) {
    this.width = training.width();
    this.classes = classes;
    Ops tf = graph.tf();
    features = tf.placeholder(TFloat64.class);
    targets = tf.placeholder(TFloat64.class);
    penalty = tf.placeholder(TFloat64.class);
    parameters = tf.placeholder(TFloat64.class);
    factor = tf.placeholder(TFloat64.class);
    coordinates = tf.placeholder(TFloat64.class);
    factorAtStart = makeFactor(tf);
    toCoordinates = tf.linalg.matMul(factor, parameters, MatMul.transposeA(true));
    toParameters = tf.linalg.triangularSolve(factor, coordinates, TriangularSolve.adjoint(true));
    objective = makeObjective(tf);
    session = new GraphSession(graph, SessionOptions.DEFAULT);
    rows = matrix(withOnes(training), training.size(), width + 1);
    oneHot = matrix(oneHot(training.labels(), classes), training.size(), classes);
  }

  /** {@code L} at {@link #parameters}. */
  private Operand<TFloat64> makeFactor(Ops tf) {
    Operand<TFloat64> one = tf.constant(1.0);
    Operand<TFloat64> probabilities = tf.nn.softmax(tf.linalg.matMul(features, parameters));
    Operand<TFloat64> slopes =
        tf.math.mean(
            tf.math.mul(probabilities, tf.math.sub(one, probabilities)),
            tf.constant(new int[] {1}));
    Operand<TFloat64> weighted = tf.math.mul(features, tf.expandDims(slopes, tf.constant(1)));
    Operand<TFloat64> products = tf.linalg.matMul(features, weighted, MatMul.transposeA(true));
    Operand<TFloat64> identity =
        tf.linalg.tensorDiag(tf.fill(tf.constant(new int[] {width + 1}), one));
    Operand<TFloat64> trace =
        tf.reduceSum(tf.math.mul(products, identity), tf.constant(new int[] {0, 1}));
    Operand<TFloat64> least =
        tf.math.add(
            tf.math.mul(penalty, tf.constant(2.0)),
            tf.math.mul(trace, tf.constant(SMALLEST_CURVATURE / (width + 1))));
    return tf.linalg.cholesky(tf.math.add(products, tf.math.mul(identity, least)));
  }

  private Objective makeObjective(Ops tf) {
    Operand<TFloat64> weights = toParameters;
    Operand<TFloat64> logProbabilities = tf.nn.logSoftmax(tf.linalg.matMul(features, weights));
    Operand<TFloat64> likelihood =
        tf.reduceSum(tf.math.mul(targets, logProbabilities), tf.constant(new int[] {0, 1}));
    Operand<TFloat64> squares =
        tf.reduceSum(tf.math.square(weights), tf.constant(new int[] {0, 1}));
    Operand<TFloat64> errors = tf.math.sub(tf.math.exp(logProbabilities), targets);
    Operand<TFloat64> gradient =
        tf.math.add(
            tf.linalg.matMul(features, errors, MatMul.transposeA(true)),
            tf.math.mul(weights, tf.math.mul(penalty, tf.constant(2.0))));
    return new Objective(
        tf.math.sub(tf.math.mul(penalty, squares), likelihood),
        tf.linalg.triangularSolve(factor, gradient));
  }

  /**
   * Fits a classifier.
   *
   * @param weight of the squared parameters, greater than 0
   * @param from where to start, such as the classifier of a similar weight
   */
  public LinearClassifier fit(double weight, LinearClassifier from) {
    try (TFloat64 scale = TFloat64.scalarOf(weight);
        TFloat64 start = parameterMatrix(from.parameters())) {
      TFloat64 near = curvature(weight, scale, start).factor();
      double[] values = converted(near, parameters, start, toCoordinates);
      minimize(values, scale, near);
      try (TFloat64 end = parameterMatrix(values)) {
        return new LinearClassifier(
            width, classes, converted(near, coordinates, end, toParameters));
      }
    }
  }

  /** Reuses the last curvature if the penalty was similar: it costs as much as many iterations. */
  private Curvature curvature(double weight, TFloat64 scale, TFloat64 start) {
    @Nullable Curvature last = curvature;
    if (last != null && last.fits(weight)) {
      return last;
    }
    release();
    Result result =
        session
            .runner()
            .feed(features, rows)
            .feed(penalty, scale)
            .feed(parameters, start)
            .fetch(factorAtStart)
            .run();
    Curvature made = new Curvature(weight, (TFloat64) result.get(0), result);
    curvature = made;
    return made;
  }

  private void release() {
    if (curvature != null) {
      curvature.owner().close();
      curvature = null;
    }
  }

  private double[] converted(
      TFloat64 near, Placeholder<TFloat64> from, TFloat64 values, Operand<TFloat64> to) {
    try (Result result = session.runner().feed(factor, near).feed(from, values).fetch(to).run()) {
      return doubles((TFloat64) result.get(0));
    }
  }

  private void minimize(double[] values, TFloat64 scale, TFloat64 near) {
    LBFGS_Param settings = Lbfgs.defaultParams();
    settings.m = CORRECTIONS;
    settings.epsilon = PRECISION;
    settings.max_iterations = MOST_ITERATIONS;
    ReturnValue end =
        Lbfgs.lbfgs(
            values.length,
            values,
            new MutableDouble(),
            (instance, at, gradient, size, step) -> evaluate(at, gradient, scale, near),
            null,
            null,
            settings);
    // What else ends it, such as the limit of iterations or of precision, leaves the best point.
    if (end == ReturnValue.LBFGSERR_INVALIDPARAMETERS || end == ReturnValue.LBFGSERR_LOGICERROR) {
      throw new IllegalStateException("L-BFGS failed: " + end);
    }
  }

  private double evaluate(double[] at, double[] gradient, TFloat64 scale, TFloat64 near) {
    try (TFloat64 point = parameterMatrix(at);
        Result result =
            session
                .runner()
                .feed(features, rows)
                .feed(targets, oneHot)
                .feed(penalty, scale)
                .feed(factor, near)
                .feed(coordinates, point)
                .fetch(objective.value())
                .fetch(objective.gradient())
                .run()) {
      ((TFloat64) result.get(1)).copyTo(DataBuffers.of(gradient));
      return ((TFloat64) result.get(0)).getDouble();
    }
  }

  /** Returns a classifier that knows nothing. */
  public LinearClassifier zero() {
    return new LinearClassifier(width, classes, new double[(width + 1) * classes]);
  }

  /** Returns the objective at a classifier. */
  public double objective(LinearClassifier classifier, double weight) {
    double[] at = classifier.parameters();
    double[] identity = new double[(width + 1) * (width + 1)];
    for (int i = 0; i <= width; i++) {
      identity[i * (width + 1) + i] = 1;
    }
    try (TFloat64 scale = TFloat64.scalarOf(weight);
        TFloat64 same = matrix(identity, width + 1, width + 1)) {
      return evaluate(at, new double[at.length], scale, same);
    }
  }

  private TFloat64 parameterMatrix(double[] values) {
    return matrix(values, width + 1, classes);
  }

  private static TFloat64 matrix(double[] values, int rows, int columns) {
    return TFloat64.tensorOf(Shape.of(rows, columns), DataBuffers.of(values));
  }

  private static double[] doubles(TFloat64 tensor) {
    double[] copy = new double[Math.toIntExact(tensor.size())];
    tensor.copyTo(DataBuffers.of(copy));
    return copy;
  }

  private static double[] withOnes(LabelledFeatures features) {
    int width = features.width();
    double[] values = new double[Math.multiplyExact(features.size(), width + 1)];
    for (int row = 0; row < features.size(); row++) {
      for (int i = 0; i < width; i++) {
        values[row * (width + 1) + i] = features.values()[row * width + i];
      }
      values[row * (width + 1) + width] = 1;
    }
    return values;
  }

  private static double[] oneHot(int[] labels, int classes) {
    double[] values = new double[Math.multiplyExact(labels.length, classes)];
    for (int i = 0; i < labels.length; i++) {
      values[i * classes + labels[i]] = 1;
    }
    return values;
  }

  @Override
  public void close() {
    release();
    rows.close();
    oneHot.close();
    session.close();
    graph.close();
  }
}
