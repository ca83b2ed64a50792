package io.equivar.plugin.augself;

import io.equivar.api.graph.GraphContext;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Loss;
import io.equivar.api.learning.Objective;
import io.equivar.api.learning.Pair;
import io.equivar.api.learning.Side;
import io.equivar.api.learning.TransformationLabels;
import io.equivar.api.learning.Views;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * AugSelf (Lee, Lee, Lee, Lee and Shin 2021, "Improving transferability of representations via
 * augmentation-aware self-supervision", NeurIPS, section 3): beside the base method's term, heads
 * predict from both views' representations how their transformations differ.
 *
 * <pre>{@code
 * y1 = f(t(x))   y2 = f(t'(x))                          representations, [batchSize, d]
 * p  = head([y1; y2] below [y2; y1])                    [2 batchSize, outputs], one head a term
 *
 * L = w_inv L_B(y1, y2)
 *   + w_crop  mean (tanh p - crop difference)^2         4 outputs
 *   + w_color mean (tanh p - colour difference)^2       4 outputs
 *   + w_flip  mean binary cross-entropy of p with 1 where both views were flipped alike, else 0
 * }</pre>
 *
 * <p>A head has three layers, dense without bias, batch normalisation, ReLU, twice, then dense with
 * bias; no two share anything. The differences are those of the authors' code, of the first view
 * less the second for {@code [y1; y2]} and the other way round for {@code [y2; y1]}:
 *
 * <ul>
 *   <li>crop, of {@code random-resized-crop}: vertical centre, horizontal centre, height, width, as
 *       parts of the image; the difference of the horizontal centres changes its sign where {@code
 *       horizontal-flip} mirrored the view that comes first, so that it is seen as there;
 *   <li>colour, of {@code color-jitter}: {@code (factor - 1) / (largest - smallest factor)} of
 *       brightness, contrast and saturation, {@code turn / (largest - smallest)} of the hue; 0 for
 *       a view that was not jittered;
 *   <li>flip, of {@code horizontal-flip}: 1 where both views or neither were flipped.
 * </ul>
 *
 * <p>Variables: the heads under {@code crop}, {@code color} and {@code flip}, layers numbered as in
 * PyTorch ({@code 0.weight}, {@code 1.weight}... {@code 6.weight}, {@code 6.bias}), and what the
 * base method makes under {@code invariance}. These are also the names of the terms. A term of
 * weight 0 is not built.
 */
public final class AugSelf implements Objective {

  private static final String NAME = "augself";

  private final AugSelfConfig config;

  /** Makes the objective. */
  public AugSelf(AugSelfConfig config) {
    this.config = config;
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.equivar.api.config.ConfigurationException if a shared step has no label, or the
   *     pipeline lacks a step that is to be predicted or has several
   */
  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    TransformationLabels.require(views, TransformationLabels.Steps.SHARED, NAME);
    Ops tf = g.tf();
    AugSelfConfig.Weights weights = config.weights();
    Differences differences = Differences.of(tf, views);
    Operand<TFloat32> y1 = encoder.apply(views.first());
    Operand<TFloat32> y2 = encoder.apply(views.second());
    Operand<TFloat32> both =
        tf.concat(
            List.of(
                tf.concat(List.of(y1, y2), tf.constant(1)),
                tf.concat(List.of(y2, y1), tf.constant(1))),
            tf.constant(0));
    List<Loss.Term> terms = new ArrayList<>();
    if (weights.invariance() > 0) {
      Pair pair =
          Pair.of(
              Side.of(y1),
              Side.of(y2),
              () -> Side.of(encoder.averaged().apply(views.first())),
              () -> Side.of(encoder.averaged().apply(views.second())));
      terms.add(
          new Loss.Term(
              "invariance",
              weights.invariance(),
              base.dissimilarity(g.scope("invariance"), pair).value()));
    }
    if (weights.crop() > 0) {
      terms.add(regression(g, "crop", weights.crop(), both, differences.crop()));
    }
    if (weights.color() > 0) {
      terms.add(regression(g, "color", weights.color(), both, differences.color()));
    }
    if (weights.flip() > 0) {
      Operand<TFloat32> logits = head(g, "flip", both, 1);
      // -log of the probability: softplus(p) - p where the answer is 1, softplus(p) where it is 0.
      Operand<TFloat32> crossEntropy =
          tf.math.sub(tf.math.softplus(logits), tf.math.mul(logits, differences.flippedAlike()));
      terms.add(new Loss.Term("flip", weights.flip(), mean(tf, crossEntropy)));
    }
    return Loss.sum(tf, terms);
  }

  private Loss.Term regression(
      GraphContext g,
      String name,
      double weight,
      Operand<TFloat32> input,
      Operand<TFloat32> differences) {
    Ops tf = g.tf();
    Operand<TFloat32> predicted =
        tf.math.tanh(head(g, name, input, Math.toIntExact(differences.shape().get(1))));
    return new Loss.Term(name, weight, mean(tf, tf.math.squaredDifference(predicted, differences)));
  }

  /** Applies a head of its own to {@code [2 batchSize, 2 d]}. */
  private Operand<TFloat32> head(
      GraphContext g, String name, Operand<TFloat32> input, int outputs) {
    GraphContext scope = g.scope(name);
    Ops tf = scope.tf();
    int hidden = config.hiddenWidth();
    int inputs = Math.toIntExact(input.shape().get(1));
    Operand<TFloat32> x = scope.dense("0", inputs, hidden, false).apply(input);
    x = tf.nn.relu(scope.batchNormalization("1", hidden).apply(x));
    x = scope.dense("3", hidden, hidden, false).apply(x);
    x = tf.nn.relu(scope.batchNormalization("4", hidden).apply(x));
    return scope.dense("6", hidden, outputs, true).apply(x);
  }

  private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> rows) {
    return tf.math.mean(rows, tf.constant(new int[] {0, 1}));
  }
}
