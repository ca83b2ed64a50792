package io.equivar.core.evaluate;

import com.github.lbfgs4j.liblbfgs.Lbfgs;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.LBFGS_Param;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.ReturnValue;
import com.github.lbfgs4j.liblbfgs.MutableDouble;
import io.equivar.core.graph.GraphSession;
import io.equivar.core.graph.ModelGraph;
import io.equivar.core.graph.SessionOptions;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat64;

/**
 * Fits softmax regressions to features: minimises {@code sum over rows of -log softmax(W x + b)[y]
 * + weight (|W|^2 + |b|^2)} by L-BFGS, in double precision. The features are held once, for any
 * number of fits. Not thread-safe.
 */
public final class SoftmaxRegression implements AutoCloseable {

  /** The paper's limit. */
  public static final int MOST_ITERATIONS = 5000;

  private static final int CORRECTIONS = 10;

  /** Of the gradient's norm, relative to that of the parameters. */
  private static final double PRECISION = 1e-5;

  private final int width;
  private final int classes;
  private final ModelGraph graph = ModelGraph.forEvaluation();
  private final Placeholder<TFloat64> features;
  private final Placeholder<TFloat64> targets;
  private final Placeholder<TFloat64> weights;
  private final Placeholder<TFloat64> biases;
  private final Operand<TFloat64> loss;
  private final Operand<TFloat64> weightsGradient;
  private final Operand<TFloat64> biasesGradient;
  private final GraphSession session;
  private final TFloat64 rows;
  private final TFloat64 oneHot;

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
    weights = tf.placeholder(TFloat64.class);
    biases = tf.placeholder(TFloat64.class);
    Operand<TFloat64> scores = tf.math.add(tf.linalg.matMul(features, weights), biases);
    Operand<TFloat64> logProbabilities = tf.nn.logSoftmax(scores);
    loss =
        tf.math.neg(
            tf.reduceSum(tf.math.mul(targets, logProbabilities), tf.constant(new int[] {0, 1})));
    Operand<TFloat64> errors = tf.math.sub(tf.math.exp(logProbabilities), targets);
    weightsGradient = tf.linalg.matMul(features, errors, MatMul.transposeA(true));
    biasesGradient = tf.reduceSum(errors, tf.constant(0));
    session = new GraphSession(graph, SessionOptions.DEFAULT);
    rows = matrix(toDoubles(training.values()), training.size(), width);
    oneHot = matrix(oneHot(training.labels(), classes), training.size(), classes);
  }

  /**
   * Fits a classifier.
   *
   * @param weight of the squared parameters, greater than 0
   * @param start where to start, such as the classifier of a similar weight
   */
  public LinearClassifier fit(double weight, LinearClassifier start) {
    double[] parameters = start.parameters();
    LBFGS_Param settings = Lbfgs.defaultParams();
    settings.m = CORRECTIONS;
    settings.epsilon = PRECISION;
    settings.max_iterations = MOST_ITERATIONS;
    ReturnValue end =
        Lbfgs.lbfgs(
            parameters.length,
            parameters,
            new MutableDouble(),
            (instance, at, gradient, size, step) -> evaluate(at, weight, gradient),
            null,
            null,
            settings);
    if (end == ReturnValue.LBFGSERR_INVALIDPARAMETERS || end == ReturnValue.LBFGSERR_LOGICERROR) {
      throw new IllegalStateException("L-BFGS failed: " + end);
    }
    // What else ends it, such as the limit of iterations or of precision, leaves the best point.
    return new LinearClassifier(width, classes, parameters);
  }

  /** Returns a classifier that knows nothing. */
  public LinearClassifier zero() {
    return new LinearClassifier(width, classes, new double[(width + 1) * classes]);
  }

  /** Returns the objective at a classifier. */
  public double objective(LinearClassifier classifier, double weight) {
    double[] parameters = classifier.parameters();
    return evaluate(parameters, weight, new double[parameters.length]);
  }

  private double evaluate(double[] at, double weight, double[] gradient) {
    int split = width * classes;
    try (TFloat64 w =
            TFloat64.tensorOf(Shape.of(width, classes), DataBuffers.of(at).slice(0, split));
        TFloat64 b =
            TFloat64.tensorOf(Shape.of(classes), DataBuffers.of(at).slice(split, classes));
        Result result =
            session
                .runner()
                .feed(features, rows)
                .feed(targets, oneHot)
                .feed(weights, w)
                .feed(biases, b)
                .fetch(loss)
                .fetch(weightsGradient)
                .fetch(biasesGradient)
                .run()) {
      ((TFloat64) result.get(1)).copyTo(DataBuffers.of(gradient).slice(0, split));
      ((TFloat64) result.get(2)).copyTo(DataBuffers.of(gradient).slice(split, classes));
      double value = ((TFloat64) result.get(0)).getDouble();
      for (int i = 0; i < at.length; i++) {
        value += weight * at[i] * at[i];
        gradient[i] += 2 * weight * at[i];
      }
      return value;
    }
  }

  private static TFloat64 matrix(double[] values, int rows, int columns) {
    return TFloat64.tensorOf(Shape.of(rows, columns), DataBuffers.of(values));
  }

  private static double[] toDoubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
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
    rows.close();
    oneHot.close();
    session.close();
    graph.close();
  }
}
