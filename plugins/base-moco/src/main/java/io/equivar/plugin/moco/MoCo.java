package io.equivar.plugin.moco;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * MoCo v2 (He, Fan, Wu, Xie and Girshick 2020, "Momentum contrast for unsupervised visual
 * representation learning", section 3; Chen, Fan, Girshick and He 2020, "Improved baselines with
 * momentum contrastive learning"): every query is to find its key among the keys of earlier
 * batches.
 *
 * <p>Each term has a projector {@code g} and a queue of {@code K} keys, filled with keys only,
 * never with queries. The <em>second</em> side asks: its rows make the queries {@code q = g(b)}.
 * The <em>first</em> side answers, as moving averages compute it: the keys are {@code k = g'(a')}.
 * So under objectives that predict, where predictions are the second side, these are what gets
 * gradients. With rows divided by their lengths, {@code u_1} to {@code u_K} the queue's rows and
 * temperature {@code t}:
 *
 * <pre>{@code
 * L = mean over rows i of  -log( exp(q_i . k_i / t) / (exp(q_i . k_i / t) + sum over j of exp(q_i . u_j / t)) )
 * }</pre>
 *
 * <p>(equation 1). No gradient flows into keys and queue. Two sides are not treated alike: the
 * method itself is not symmetric.
 *
 * <p>Order of updates, all of one step: the loss and its gradients are computed from the weights,
 * moving averages and queue that the step before left; the keys of this step then replace the
 * oldest in the queue; the optimiser changes the weights; every moving average follows the
 * <em>new</em> weights, {@code a <- m a + (1 - m) w} (equation 2). That the authors' code moves the
 * averages at the start of the next step instead gives the same keys. The queue starts with random
 * directions, as theirs.
 *
 * <p>Keys of a batch run through batch normalisation as queries do; the authors' shuffling between
 * devices has no counterpart on one device.
 */
public final class MoCo implements BaseModel {

  /** The square of the smallest length that rows are divided by. */
  private static final float SQUARED_EPSILON = 1e-24f;

  private final MoCoConfig config;
  private final String location;

  /**
   * Makes the base method.
   *
   * @param location the place in the configuration, for messages
   */
  public MoCo(MoCoConfig config, String location) {
    this.config = config;
    this.location = location;
  }

  /**
   * Adds the loss, and declares the queue after the step.
   *
   * @throws ConfigurationException if a step makes more keys than the queue holds
   */
  @Override
  public Loss dissimilarity(GraphContext g, Pair pair) {
    Ops tf = g.tf();
    Projector projector =
        Projector.of(
            g, pair.width(), config.projectorFor(pair.width()), config.hiddenNormalization());
    Operand<TFloat32> queries = projector.apply(pair.second());
    Operand<TFloat32> keys = tf.stopGradient(projector.averaged().apply(pair.firstTarget()));
    requireRoom(keys.shape().get(0));
    KeyQueue queue = KeyQueue.of(g, config.queueLength(), (int) keys.shape().get(1));
    queue.enqueue(keys);
    return Loss.of(loss(tf, queries, keys, tf.stopGradient(queue.value()), config.temperature()));
  }

  @Override
  public Optional<AveragingSchedule> averaging() {
    return Optional.of(config.momentumSchedule().from(config.momentum()));
  }

  /**
   * Adds the loss of given queries, keys and queue; rows need not be normalised. No gradient flows
   * into the keys.
   *
   * @param queries {@code [rows, width]}
   * @param keys {@code [rows, width]}
   * @param queue {@code [length, width]}
   * @return a scalar
   */
  public static Operand<TFloat32> loss(
      Ops tf,
      Operand<TFloat32> queries,
      Operand<TFloat32> keys,
      Operand<TFloat32> queue,
      double temperature) {
    Operand<TFloat32> scaled =
        tf.math.mul(normalize(tf, queries), tf.constant((float) (1 / temperature)));
    Operand<TFloat32> positives =
        tf.reduceSum(
            tf.math.mul(scaled, normalize(tf, tf.stopGradient(keys))),
            tf.constant(1),
            ReduceSum.keepDims(true));
    Operand<TFloat32> negatives =
        tf.linalg.matMul(scaled, normalize(tf, queue), MatMul.transposeB(true));
    // Exponents are at most 0; what is taken off is added again, so no gradient is lost.
    Operand<TFloat32> largest =
        tf.stopGradient(
            tf.math.maximum(
                positives, tf.reduceMax(negatives, tf.constant(1), ReduceMax.keepDims(true))));
    Operand<TFloat32> sum =
        tf.math.add(
            tf.math.exp(tf.math.sub(positives, largest)),
            tf.reduceSum(
                tf.math.exp(tf.math.sub(negatives, largest)),
                tf.constant(1),
                ReduceSum.keepDims(true)));
    Operand<TFloat32> losses = tf.math.sub(tf.math.add(tf.math.log(sum), largest), positives);
    return tf.math.mean(losses, tf.constant(new int[] {0, 1}));
  }

  /** Divides every row by its length, at least 1e-12; a row of zeros stays, with gradient 0. */
  private static Operand<TFloat32> normalize(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> squares =
        tf.reduceSum(tf.math.square(rows), tf.constant(1), ReduceSum.keepDims(true));
    return tf.math.mul(rows, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(SQUARED_EPSILON))));
  }

  private void requireRoom(long rows) {
    if (rows > config.queueLength()) {
      throw new ConfigurationException(
          new Problem(
              location + ".queue-length",
              "must be at least the number of keys that a step adds (" + rows + ")",
              Integer.toString(config.queueLength()),
              "Use a longer queue or a smaller batch"));
    }
  }
}
