package io.equivar.plugin.sie;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.Hypernetwork;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.TransformationLabels;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * SIE's own loss (Garrido et al. 2023, section 4 and appendix; the authors' code): VICReg's terms,
 * on expanded parts {@code i} and {@code e} of both views.
 *
 * <pre>{@code
 * z  = [i | e]                                            the whole embedding, [batchSize, D]
 * e2^ = phi(l12) e1                                       the prediction of the second view
 * v(z) = mean over columns of max(0, 1 - sqrt(variance + 1e-4))       variance of the batch, unbiased
 * c(z) = sum over pairs of different columns of their covariance^2 / D          unbiased
 *
 * L = similarity mean (i1 - i2)^2
 *   + similarity equivariance-factor mean (e2^ - e2)^2
 *   + variance (v(z1) + v(z2)) / 2 + variance v(e2^) / 2
 *   + covariance (c(z1) + c(z2))
 * }</pre>
 */
final class PublishedLoss {

  private static final float EPSILON = 1e-4f;

  private final SieConfig config;

  PublishedLoss(SieConfig config) {
    this.config = config;
  }

  Loss build(
      GraphContext g, Parts first, Parts second, Parts.Widths widths, TransformationLabels labels) {
    Ops tf = g.tf();
    SieConfig.Published settings = config.published();
    List<Parts.Widths> layers = settings.expander().stream().map(widths::shareOf).toList();
    Layer invariantExpander =
        g.perceptron(
            "invariant-expander",
            widths.invariant(),
            layers.stream().mapToInt(Parts.Widths::invariant).toArray());
    Layer equivariantExpander = equivariantExpander(g, widths);
    Operand<TFloat32> i1 = invariantExpander.apply(first.invariant());
    Operand<TFloat32> i2 = invariantExpander.apply(second.invariant());
    Operand<TFloat32> e1 = equivariantExpander.apply(first.equivariant());
    Operand<TFloat32> e2 = equivariantExpander.apply(second.equivariant());
    Operand<TFloat32> codes = labels.forth(config.label());
    Operand<TFloat32> predicted =
        Hypernetwork.of(
                g, Math.toIntExact(e1.shape().get(1)), Math.toIntExact(codes.shape().get(1)))
            .apply(e1, codes);
    Operand<TFloat32> z1 = centred(tf, tf.concat(List.of(i1, e1), tf.constant(1)));
    Operand<TFloat32> z2 = centred(tf, tf.concat(List.of(i2, e2), tf.constant(1)));
    List<Loss.Term> terms = new ArrayList<>();
    terms.add(new Loss.Term("invariance", settings.similarity(), distance(tf, i1, i2)));
    terms.add(
        new Loss.Term(
            "equivariance",
            settings.similarity() * settings.equivarianceFactor(),
            distance(tf, predicted, e2)));
    terms.add(
        new Loss.Term(
            "variance", settings.variance() / 2, tf.math.add(variance(tf, z1), variance(tf, z2))));
    terms.add(
        new Loss.Term(
            "prediction-variance", settings.variance() / 2, variance(tf, centred(tf, predicted))));
    terms.add(
        new Loss.Term(
            "covariance",
            settings.covariance(),
            tf.math.add(covariance(tf, z1), covariance(tf, z2))));
    return Loss.sum(tf, terms);
  }

  /** Makes the expander of the equivariant part. */
  Layer equivariantExpander(GraphContext g, Parts.Widths widths) {
    return g.perceptron(
        "equivariant-expander",
        widths.equivariant(),
        config.published().expander().stream()
            .map(widths::shareOf)
            .mapToInt(Parts.Widths::equivariant)
            .toArray());
  }

  private static Operand<TFloat32> distance(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.mean(tf.math.squaredDifference(a, b), tf.constant(new int[] {0, 1}));
  }

  private static Operand<TFloat32> centred(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> sums = tf.reduceSum(rows, tf.constant(0), ReduceSum.keepDims(true));
    return tf.math.sub(rows, tf.math.mul(sums, tf.constant(1f / rows.shape().get(0))));
  }

  private static Operand<TFloat32> variance(Ops tf, Operand<TFloat32> centred) {
    Operand<TFloat32> variances =
        tf.math.mul(
            tf.reduceSum(tf.math.square(centred), tf.constant(0)),
            tf.constant(1f / (centred.shape().get(0) - 1)));
    Operand<TFloat32> deviations = tf.math.sqrt(tf.math.add(variances, tf.constant(EPSILON)));
    return tf.math.mean(tf.nn.relu(tf.math.sub(tf.constant(1f), deviations)), tf.constant(0));
  }

  private static Operand<TFloat32> covariance(Ops tf, Operand<TFloat32> centred) {
    long rows = centred.shape().get(0);
    int width = Math.toIntExact(centred.shape().get(1));
    Operand<TFloat32> covariances =
        tf.math.mul(
            tf.linalg.matMul(centred, centred, MatMul.transposeA(true)),
            tf.constant(1f / (rows - 1)));
    Operand<TFloat32> others =
        tf.oneHot(
            tf.range(tf.constant(0), tf.constant(width), tf.constant(1)),
            tf.constant(width),
            tf.constant(0f),
            tf.constant(1f));
    Operand<TFloat32> squares = tf.math.square(tf.math.mul(covariances, others));
    return tf.math.mul(
        tf.reduceSum(squares, tf.constant(new int[] {0, 1})), tf.constant(1f / width));
  }
}
