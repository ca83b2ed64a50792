package io.equivar.plugin.sen;

import io.equivar.api.config.ConfigurationException;
import io.equivar.api.config.Problem;
import io.equivar.api.graph.GraphContext;
import io.equivar.api.graph.Layer;
import io.equivar.api.learning.BaseModel;
import io.equivar.api.learning.Encoder;
import io.equivar.api.learning.Hypernetwork;
import io.equivar.api.learning.LearnedTransformations;
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
 * SEN (Park, Biza, Zhao, van de Meent and Walters 2022, "Learning symmetric embeddings for
 * equivariant world models", ICML, section 4), with the hinge loss of its section 4.3 and the
 * authors' code, in the form in which STL's paper compares with it (Yu et al. 2024, section 4):
 * beside the base method's term, a network that is told what was done to both views predicts the
 * representation of one from that of the other; predictions are to be near, representations of
 * other images far.
 *
 * <pre>{@code
 * y1  = f(t(x))             y2  = f(t'(x))                  representations, [batchSize, d]
 * y1^ = phi(l21) y2         y2^ = phi(l12) y1               predictions (plus y2, y1 if residual)
 * z = g(y), z^ = g(y^)                                      with the projector g, part by part
 * E(a, b) = |a - b|^2 / (2 sigma^2)
 *
 * L = w_inv L_B(y1, y2)
 *   + w_equi ( mean E(z^, z) + mean max(0, hinge - mean over negatives n of E(z, z_n)) )
 * }</pre>
 *
 * <p>{@code phi} is STL's {@link Hypernetwork}, fed with the label of the change ({@link
 * TransformationLabels}). The means are over the rows of both views. The negatives of a row are the
 * rows of the same view that are 2, 4... rows further on, around the end: the authors draw them;
 * here the order of the images in a batch is random as it is, and two rows on begins the next pair.
 *
 * <p>SEN as published is {@code weights: {invariance: 0}, projector: [], residual: true}.
 *
 * <p>Variables: {@code hypernetwork.weight}, {@code projector} ({@link GraphContext#perceptron}),
 * and what the base method makes under {@code invariance}. The terms are {@code invariance} and
 * {@code equivariance}; one of weight 0 is not built.
 */
public final class Sen implements Objective {

  private static final String NAME = "sen";

  private final SenConfig config;
  private final String location;

  /**
   * Makes the objective.
   *
   * @param location the place in the configuration, for messages
   */
  public Sen(SenConfig config, String location) {
    this.config = config;
    this.location = location;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ConfigurationException if a step that makes up the label has none, or there is no such
   *     step, or the batch has too few pairs for the negatives
   */
  @Override
  public Loss build(GraphContext g, Encoder encoder, Views views, BaseModel base) {
    SenConfig.Weights weights = config.weights();
    Operand<TFloat32> y1 = encoder.apply(views.first());
    Operand<TFloat32> y2 = encoder.apply(views.second());
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
    if (weights.equivariance() > 0) {
      requireNegatives(views.batchSize());
      TransformationLabels labels = TransformationLabels.of(g.tf(), views, config.steps(), NAME);
      Side predictions = predictions(g, encoder.width(), labels, y1, y2);
      terms.add(
          new Loss.Term(
              "equivariance", weights.equivariance(), hinge(g, Side.of(y1, y2), predictions)));
    }
    return Loss.sum(g.tf(), terms);
  }

  /**
   * {@inheritDoc}
   *
   * <p>{@code y2^ = phi(l12) y1}, plus {@code y1} if residual, where the weight of the equivariance
   * term is not 0; before the projector.
   *
   * @throws ConfigurationException if a step that makes up the label has none, or there is no such
   *     step
   */
  @Override
  public LearnedTransformations transformations(GraphContext g, Encoder encoder, Views views) {
    if (config.weights().equivariance() == 0) {
      return LearnedTransformations.none();
    }
    TransformationLabels labels = TransformationLabels.of(g.tf(), views, config.steps(), NAME);
    Operand<TFloat32> y1 = encoder.apply(views.first());
    Operand<TFloat32> predicted = Prediction.ofSecond(g, y1, labels, config.label());
    return LearnedTransformations.none()
        .withPrediction(
            config.residual() ? g.tf().math.add(predicted, y1) : predicted,
            encoder.apply(views.second()));
  }

  private Side predictions(
      GraphContext g,
      int width,
      TransformationLabels labels,
      Operand<TFloat32> y1,
      Operand<TFloat32> y2) {
    Side predicted = Prediction.of(g, width, labels, config.label()).apply(y1, y2);
    return config.residual()
        ? Side.of(
            g.tf().math.add(predicted.parts().get(0), y2),
            g.tf().math.add(predicted.parts().get(1), y1))
        : predicted;
  }

  private Operand<TFloat32> hinge(GraphContext g, Side representations, Side predictions) {
    Ops tf = g.tf();
    Side z = representations;
    Side predicted = predictions;
    if (!config.projector().isEmpty()) {
      int[] widths = config.projector().stream().mapToInt(Integer::intValue).toArray();
      Layer projector = g.perceptron("projector", z.width(), widths);
      z = z.map(projector);
      predicted = predicted.map(projector);
    }
    Operand<TFloat32> positive = energy(tf, predicted.joined(tf), z.joined(tf));
    List<Operand<TFloat32>> energies = new ArrayList<>();
    for (int n = 1; n <= config.negatives(); n++) {
      int shift = 2 * n;
      Side others = Side.of(z.parts().stream().map(part -> furtherOn(tf, part, shift)).toList());
      energies.add(energy(tf, z.joined(tf), others.joined(tf)));
    }
    Operand<TFloat32> negative =
        tf.math.mul(tf.math.addN(energies), tf.constant(1f / config.negatives()));
    Operand<TFloat32> hinge =
        tf.nn.relu(tf.math.sub(tf.constant((float) config.hinge()), negative));
    return tf.math.add(tf.math.mean(positive, tf.constant(0)), tf.math.mean(hinge, tf.constant(0)));
  }

  /** Returns {@code [rows]}. */
  private Operand<TFloat32> energy(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.mul(
        tf.reduceSum(tf.math.squaredDifference(a, b), tf.constant(1)),
        tf.constant((float) (0.5 / (config.sigma() * config.sigma()))));
  }

  /** Returns the rows in the order that starts at {@code shift}. */
  private static Operand<TFloat32> furtherOn(Ops tf, Operand<TFloat32> rows, int shift) {
    Operand<TFloat32> tail =
        tf.slice(rows, tf.constant(new int[] {shift, 0}), tf.constant(new int[] {-1, -1}));
    Operand<TFloat32> head =
        tf.slice(rows, tf.constant(new int[] {0, 0}), tf.constant(new int[] {shift, -1}));
    return tf.concat(List.of(tail, head), tf.constant(0));
  }

  private void requireNegatives(int batchSize) {
    int others = batchSize / 2 - 1;
    if (config.negatives() > others) {
      throw new ConfigurationException(
          new Problem(
              location + ".negatives",
              "must be at most the number of other pairs in a batch, " + others,
              Integer.toString(config.negatives()),
              "Use a larger batch"));
    }
  }
}
