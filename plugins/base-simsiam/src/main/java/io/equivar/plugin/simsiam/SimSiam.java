package io.equivar.plugin.simsiam;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.plugin.simsiam.SimSiamConfig.InputHeads;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * SimSiam (Chen and He 2021, "Exploring simple Siamese representation learning", section 3): each
 * side predicts the other; the side that is predicted gets no gradient. There are neither negatives
 * nor moving averages.
 *
 * <p>Each term has a projector {@code g}, with batch normalisation after every layer, and a
 * predictor {@code h}, without one after its last. With the sides {@code a} and {@code b}, {@code
 * z_a = g(a)}, {@code p_a = h(z_a)}, and {@code sg} the stop-gradient:
 *
 * <pre>{@code
 * L = - 1/2 mean over rows of  cos(p_a, sg(z_b))
 *     - 1/2 mean over rows of  cos(p_b, sg(z_a))            (equations 1 and 4)
 * }</pre>
 *
 * <p>The loss lies between -1 and 1. Nothing but the trained weights changes in a step.
 */
public final class SimSiam implements BaseModel {

  /** The square of the smallest length that rows are divided by. */
  private static final float SQUARED_EPSILON = 1e-24f;

  private final SimSiamConfig config;
  private final String location;

  /**
   * Makes the base method.
   *
   * @param location the place in the configuration, for messages
   */
  public SimSiam(SimSiamConfig config, String location) {
    this.config = config;
    this.location = location;
  }

  /**
   * Adds the loss. The heads are applied part by part: to the parts of the first side, then to
   * those of the second.
   *
   * @throws ConfigurationException if projections are to be standardised and a part has fewer than
   *     two rows, or there is a predictor without a projector, and its last width is not that of
   *     the sides
   */
  @Override
  public Loss dissimilarity(GraphContext g, Pair pair) {
    Ops tf = g.tf();
    InputHeads heads = config.headsFor(pair.width());
    requireFit(heads);
    boolean normalized = config.outputNormalization() && !heads.projector().isEmpty();
    if (normalized) {
      pair.first().parts().forEach(part -> requireStatistics(part.shape().get(0)));
    }
    Projector projector = Projector.of(g, pair.width(), heads.projector(), normalized);
    Predictor predictor = Predictor.of(g, heads.projectionWidth(), heads.predictor());
    Side z1 = projector.apply(pair.first());
    Side z2 = projector.apply(pair.second());
    return Loss.of(
        loss(
            tf,
            predictor.apply(z1).joined(tf),
            predictor.apply(z2).joined(tf),
            z1.joined(tf),
            z2.joined(tf)));
  }

  /**
   * Adds the loss of given predictions and projections, all {@code [rows, width]}; no gradient
   * flows into the projections.
   *
   * @param p1 {@code p_a}
   * @param p2 {@code p_b}
   * @param z1 {@code z_a}
   * @param z2 {@code z_b}
   * @return a scalar
   */
  public static Operand<TFloat32> loss(
      Ops tf,
      Operand<TFloat32> p1,
      Operand<TFloat32> p2,
      Operand<TFloat32> z1,
      Operand<TFloat32> z2) {
    Operand<TFloat32> sum = tf.math.add(meanCosine(tf, p1, z2), meanCosine(tf, p2, z1));
    return tf.math.mul(sum, tf.constant(-0.5f));
  }

  private static Operand<TFloat32> meanCosine(
      Ops tf, Operand<TFloat32> predictions, Operand<TFloat32> projections) {
    Operand<TFloat32> products =
        tf.math.mul(normalize(tf, predictions), normalize(tf, tf.stopGradient(projections)));
    return tf.math.mean(tf.reduceSum(products, tf.constant(1)), tf.constant(0));
  }

  /** Divides every row by its length, at least 1e-12; a row of zeros stays, with gradient 0. */
  private static Operand<TFloat32> normalize(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> squares =
        tf.reduceSum(tf.math.square(rows), tf.constant(1), ReduceSum.keepDims(true));
    return tf.math.mul(rows, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(SQUARED_EPSILON))));
  }

  private void requireStatistics(long rows) {
    if (rows < 2) {
      throw new ConfigurationException(
          new Problem(
              location,
              "must have at least 2 rows in every part, to standardise projections over them",
              Long.toString(rows),
              "Use a larger batch"));
    }
  }

  private void requireFit(InputHeads heads) {
    if (!heads.fits()) {
      throw new ConfigurationException(
          new Problem(
              location,
              "must have a predictor that ends with the width of its inputs ("
                  + heads.projectionWidth()
                  + "), as there is no projector",
              heads.predictor().toString(),
              "Add a projector, or heads of their own under other-heads"));
    }
  }
}
