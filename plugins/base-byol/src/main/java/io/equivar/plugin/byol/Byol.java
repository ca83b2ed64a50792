package io.equivar.plugin.byol;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.AveragingSchedule;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.plugin.byol.ByolConfig.InputHeads;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * BYOL (Grill et al. 2020, "Bootstrap your own latent: a new approach to self-supervised learning",
 * section 3.1): each side predicts what moving averages of the networks make of the other. There
 * are no negatives.
 *
 * <p>Each term has a projector {@code g} and a predictor {@code q}: "a linear layer with output
 * size 4096 followed by batch normalization, rectified linear units (ReLU), and a final linear
 * layer with output dimension 256" (section 3.3), without biases, as {@link
 * GraphContext#perceptron}. With the sides {@code a} and {@code b}, their targets {@code a'} and
 * {@code b'} (what the moving averages of encoder and other networks of the objective make of the
 * same images), and {@code g'} the moving average of {@code g}:
 *
 * <pre>{@code
 * L = mean over rows of  2 - 2 cos(q(g(a)), g'(b'))
 *   + mean over rows of  2 - 2 cos(q(g(b)), g'(a'))          (equations 2 and 3)
 * }</pre>
 *
 * <p>No gradient flows into the targets. The predictor has no moving average.
 *
 * <p>Order of updates, all of one step: the loss and its gradients are computed from the weights
 * and moving averages that the step before left; then the optimiser changes the weights; then every
 * moving average follows the <em>new</em> weights, {@code a <- m a + (1 - m) w} (equation 4).
 * Running statistics of the averaged networks are their own: they follow the batches that these
 * networks see. {@code m} rises from {@code momentum} to 1 along half a cosine over the training
 * steps (section 3.3), unless {@code momentum-schedule} is {@code constant}.
 */
public final class Byol implements BaseModel {

  /** The square of the smallest length that rows are divided by. */
  private static final float SQUARED_EPSILON = 1e-24f;

  private static final Layer NOTHING = Layer.sequence(List.of());

  private final ByolConfig config;
  private final String location;

  /**
   * Makes the base method.
   *
   * @param location the place in the configuration, for messages
   */
  public Byol(ByolConfig config, String location) {
    this.config = config;
    this.location = location;
  }

  /**
   * Adds the loss. The heads are applied part by part: to the parts of the first side, then to
   * those of the second.
   *
   * @throws ConfigurationException if there is a predictor without a projector, and its last width
   *     is not that of the sides
   */
  @Override
  public Loss dissimilarity(GraphContext g, Pair pair) {
    Ops tf = g.tf();
    InputHeads heads = config.headsFor(pair.width());
    requireFit(heads);
    Layer projector = perceptron(g, "projector", pair.width(), heads.projector());
    Layer predictor = perceptron(g, "predictor", heads.projectionWidth(), heads.predictor());
    Side firstPrediction = pair.first().map(projector).map(predictor);
    Side secondPrediction = pair.second().map(projector).map(predictor);
    Layer target = projector.averaged();
    Operand<TFloat32> firstTarget = tf.stopGradient(pair.firstTarget().map(target).joined(tf));
    Operand<TFloat32> secondTarget = tf.stopGradient(pair.secondTarget().map(target).joined(tf));
    return Loss.of(
        tf.math.add(
            regression(tf, firstPrediction.joined(tf), secondTarget),
            regression(tf, secondPrediction.joined(tf), firstTarget)));
  }

  @Override
  public Optional<AveragingSchedule> averaging() {
    return Optional.of(config.momentumSchedule().from(config.momentum()));
  }

  private static Layer perceptron(GraphContext g, String name, int inputs, List<Integer> widths) {
    return widths.isEmpty()
        ? NOTHING
        : g.perceptron(name, inputs, widths.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The squared distance of normalised rows, {@code 2 - 2 cos}; its mean over the rows. */
  private static Operand<TFloat32> regression(
      Ops tf, Operand<TFloat32> predictions, Operand<TFloat32> targets) {
    Operand<TFloat32> products = tf.math.mul(normalize(tf, predictions), normalize(tf, targets));
    Operand<TFloat32> cosine = tf.math.mean(tf.reduceSum(products, tf.constant(1)), tf.constant(0));
    return tf.math.sub(tf.constant(2f), tf.math.mul(tf.constant(2f), cosine));
  }

  /** Divides every row by its length, at least 1e-12; a row of zeros stays, with gradient 0. */
  private static Operand<TFloat32> normalize(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> squares =
        tf.reduceSum(tf.math.square(rows), tf.constant(1), ReduceSum.keepDims(true));
    return tf.math.mul(rows, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(SQUARED_EPSILON))));
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
